import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { brokerAliases, brokers } from "#db/schema/mesh/brokers.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError } from "#lib/errors.ts";
import { withUsualPort } from "#lib/spec/broker-place.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { NewSlug } from "../interfaces/rename-interface.ts";
import { AliasInput, aliasOf, rederiveFor, type StoredAlias } from "./broker-alias.ts";

export const PutBrokerInput = z.object({
  slug: NewSlug,
  name: z.string().trim().min(1).max(200),
  protocol: z.string().trim().toLowerCase().min(1).max(60).meta({ description: "kafka, amqp, mqtt…" }),
  host: z.string().trim().toLowerCase().max(300).nullish().meta({ description: "host[:port]; leave out for one known by other names alone." }),
  environment: z.string().trim().max(60).nullish(),
  aliases: z.array(AliasInput).max(500).optional().meta({ description: "Replaces all other names of it; left out, they stay." }),
});

/**
 * Says which broker there is and what it is called in documents; those that the names concern are matched anew.
 * @throws ConflictError when another broker has the host or one of the names; ForbiddenError for all but administrators.
 */
export async function putBroker({ ctx, input }: { ctx: Ctx; input: z.input<typeof PutBrokerInput> }): Promise<{ slug: string; interfaces: number }> {
  const { aliases, host, environment, ...words } = PutBrokerInput.parse(input);
  authorize(ctx, "brokers.change");
  return ctx.db.transaction(async (tx) => {
    const values = { ...words, host: host ? withUsualPort(host, words.protocol) : null, environment: environment ?? null, confirmed: true };
    const [broker] = await tx.insert(brokers).values(values).onConflictDoUpdate({ target: brokers.slug, set: values }).returning().catch(refuseTaken(values.host));
    if (!broker) throw new Error("a broker just stored is gone");
    const touched = aliases === undefined ? [] : await replaceAliases(tx, broker, aliases);
    let interfaces = 0;
    for (const alias of [...touched, ...(broker.host ? [{ kind: "host" as const, value: broker.host, teamId: null }] : [])]) interfaces += await rederiveFor(tx, alias);
    await recordAudit(tx, ctx, { action: "broker.put", subject: "broker", subjectId: broker.id, subjectName: broker.slug, detail: { aliases: aliases ?? null } });
    return { slug: broker.slug, interfaces };
  });
}

/** Returns the names that are new or gone. */
async function replaceAliases(tx: Transaction, broker: { id: number; protocol: string }, wanted: AliasInput[]): Promise<StoredAlias[]> {
  const keyOf = ({ kind, value }: StoredAlias) => `${kind} ${value}`;
  const stored = new Map<string, StoredAlias>();
  for (const alias of wanted) {
    const kept = await aliasOf(tx, broker, alias);
    stored.set(keyOf(kept), kept);
  }
  const before = await tx.select({ id: brokerAliases.id, kind: brokerAliases.kind, value: brokerAliases.value, teamId: brokerAliases.teamId }).from(brokerAliases).where(eq(brokerAliases.brokerId, broker.id));
  const gone = before.filter((alias) => !stored.has(keyOf(alias)));
  for (const { id } of gone) await tx.delete(brokerAliases).where(eq(brokerAliases.id, id));
  const held = new Set(before.map(keyOf));
  const added = [...stored.values()].filter((alias) => !held.has(keyOf(alias)));
  for (const alias of added) await addAlias(tx, broker.id, alias);
  return [...gone, ...added];
}

/** @throws ConflictError when another broker has the name. */
export async function addAlias(tx: Transaction, brokerId: number, alias: StoredAlias): Promise<void> {
  const [added] = await tx.insert(brokerAliases).values({ brokerId, ...alias }).onConflictDoNothing().returning({ id: brokerAliases.id });
  if (added) return;
  const [holder] = await tx.select({ brokerId: brokerAliases.brokerId, slug: brokers.slug }).from(brokerAliases).innerJoin(brokers, eq(brokers.id, brokerAliases.brokerId)).where(eq(brokerAliases.value, alias.value));
  if (holder && holder.brokerId !== brokerId) throw new ConflictError(`The ${alias.kind} "${alias.value}" is a name of the broker "${holder.slug}". Take it away there first.`);
}

function refuseTaken(host: string | null) {
  return (error: unknown): never => {
    const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
    if (cause?.code === "23505") throw new ConflictError(`There is another broker at ${host ?? "that host"} with this protocol.`);
    throw error;
  };
}
