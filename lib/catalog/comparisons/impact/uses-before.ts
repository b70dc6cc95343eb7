import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { JobPayload } from "#lib/jobs/jobs.ts";
import { type Consumer, loadConsumers } from "./load-consumers.ts";
import { mainLineName } from "../compare/main-line.ts";

/** Uses that followed from documents on channels before a version came. */
export type UsesBefore = NonNullable<JobPayload<"compare-version">["before"]>;

const consumersMax = 2_000;

/**
 * Who is known, by what documents say of channels, to use a line just before its next version is stored. When that one is
 * compared, what connected them to a message or a channel that it takes away is gone.
 */
export async function usesBefore(db: Executor, interfaceId: number, line: string): Promise<UsesBefore> {
  const consumers = await loadConsumers(db, { interfaceId, name: line, isMain: line === (await mainLineName(db, interfaceId)) });
  const specified = consumers.filter(({ possible }) => !possible).map(({ serviceId, interfaceId: id, uses }) => ({ serviceId, interfaceId: id, uses: uses.filter(({ operation, evidence }) => operation !== null && evidence.some(({ kind }) => kind === "specified")) }));
  return specified.filter(({ uses }) => uses.length > 0).slice(0, consumersMax);
}

/** Consumers as they are, and of the operations that they used by their documents what they used before. */
export async function withUsesBefore(db: Executor, now: Consumer[], before: UsesBefore): Promise<Consumer[]> {
  const there = before.length === 0 ? [] : await stillThere(db, before);
  const merged = new Map(now.map((consumer) => [keyOf(consumer), consumer]));
  for (const one of there) {
    const consumer: Consumer = { ...one, possible: false };
    const known = merged.get(keyOf(consumer));
    merged.set(keyOf(consumer), known ? { ...known, uses: replaced(known.uses, one.uses) } : consumer);
  }
  return [...merged.values()];
}

function keyOf({ serviceId, interfaceId, possible }: Consumer): string {
  return `${serviceId} ${interfaceId} ${possible}`;
}

/** What somebody has said since then stays. */
function replaced(now: Consumer["uses"], before: Consumer["uses"]): Consumer["uses"] {
  const kept = now.filter((use) => {
    const then = before.filter(({ operation }) => operation === use.operation);
    const known = new Set(then.flatMap(({ evidence }) => evidence.map(sayingOf)));
    return then.length === 0 || use.evidence.some((evidence) => evidence.kind !== "specified" && !known.has(sayingOf(evidence)));
  });
  return [...kept, ...before];
}

function sayingOf({ kind, source }: Consumer["uses"][number]["evidence"][number]): string {
  return `${kind} ${source}`;
}

async function stillThere(db: Executor, before: UsesBefore): Promise<UsesBefore> {
  const ids = (name: "serviceId" | "interfaceId") => sql`select value::bigint from jsonb_array_elements_text(${JSON.stringify(before.flatMap((one) => one[name] ?? []))}::jsonb)`;
  const { rows } = await db.execute<{ kind: string; id: number }>(sql`
    select 'service' as kind, id from services where id in (${ids("serviceId")}) and deleted_at is null
    union all select 'interface', id from interfaces where id in (${ids("interfaceId")}) and deleted_at is null`);
  const there = new Set(rows.map(({ kind, id }) => `${kind} ${id}`));
  return before.filter(({ serviceId, interfaceId }) => there.has(serviceId === null ? `interface ${interfaceId}` : `service ${serviceId}`));
}
