import { and, isNotNull, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import { mayRead } from "#lib/auth/narrowing-of.ts";
import { type Scope, seesAsOwner } from "#lib/auth/scope.ts";
import { type Hiding, isHiddenBy, type Part } from "#lib/spec/hide/hiding.ts";

/** A part of an interface as a use names it. */
export type UsedPart = { interfaceId: number | null; operationKey: string | null; message?: string | null; fields?: string[] };
export type IsHiddenUse = (used: UsedPart) => boolean;

/**
 * Which uses are of parts that the reader may not see, by the current documents of all lines: the operation, the operation
 * that a callback hangs on, or the message. What is gone counts as it was when it went. Asks for all at once.
 */
export async function hiddenUses(db: Executor, scope: Scope, uses: UsedPart[]): Promise<IsHiddenUse> {
  const ids = [...new Set(uses.flatMap(({ interfaceId, operationKey, message }) => (interfaceId !== null && (operationKey ?? message ?? null) !== null ? [interfaceId] : [])))];
  if (scope.seesAll || ids.length === 0) return () => false;
  const hidings = await hidingsOf(db, scope, ids);
  if (hidings.size === 0) return () => false;
  const keys = [...new Set(uses.flatMap(({ operationKey }) => (operationKey === null ? [] : withParent(operationKey))))];
  const names = [...new Set(uses.flatMap(({ message }) => message ?? []))];
  const { rows } = await db.execute<Row>(sql`
    select l.interface_id as "interfaceId", 'operation' as kind, o.key, o.address, to_jsonb(o.tags) as tags, o.internal
    from lines l join operations o on o.version_id = l.current_version_id
    where l.interface_id in (${listOf([...hidings.keys()])}) and o.key in (select json_array_elements_text(${JSON.stringify(keys)}::json))
    union all
    select l.interface_id, 'message', m.key, null, coalesce(m.detail::jsonb -> 'tags', '[]'), coalesce((m.detail ->> 'internal')::boolean, false)
    from lines l join messages m on m.version_id = l.current_version_id
    where l.interface_id in (${listOf([...hidings.keys()])}) and m.key in (select json_array_elements_text(${JSON.stringify(names)}::json))`);
  const known = Map.groupBy(rows, ({ interfaceId, kind, key }) => `${interfaceId} ${kind} ${key}`);
  const isGone = ({ interfaceId, operationKey }: UsedPart) => operationKey !== null && !known.has(`${interfaceId} operation ${operationKey}`);
  const leftInside = await goneFromInside(db, uses.filter((use) => isGone(use) && hidings.get(use.interfaceId ?? 0)?.internal));

  return (use) => {
    const { interfaceId, operationKey, message } = use;
    const hiding = interfaceId === null ? undefined : hidings.get(interfaceId);
    if (!hiding) return false;
    // Nobody knows any more which tags it had: in doubt it had a closed one.
    if (isGone(use) && (leftInside.has(`${interfaceId} ${operationKey}`) || hiding.rules.some(({ part }) => part === "tag"))) return true;
    const partsOf = (kind: Row["kind"], key: string) => known.get(`${interfaceId} ${kind} ${key}`) ?? [];
    const operations = (operationKey === null ? [] : withParent(operationKey)).flatMap((key): Part[] => [
      { operation: key, path: addressOf(key), internal: false },
      ...partsOf("operation", key).map(({ address, tags, internal }) => ({ operation: key, path: address, tags, internal })),
    ]);
    const messages = message == null ? [] : [{ message, internal: false }, ...partsOf("message", message).map(({ tags, internal }) => ({ message, tags, internal }))];
    return [...operations, ...messages].some((part) => isHiddenBy(hiding, part));
  };
}

type Row = { interfaceId: number; kind: "operation" | "message"; key: string; address: string | null; tags: string[]; internal: boolean };

/** Operations that are no more, and of whose end only those were told who see what is marked `x-internal`: as `interface key`. */
async function goneFromInside(db: Executor, gone: UsedPart[]): Promise<ReadonlySet<string>> {
  if (gone.length === 0) return new Set();
  const { rows } = await db.execute<{ interfaceId: number; key: string }>(sql`
    select v.interface_id as "interfaceId", c.operation as key
    from versions v join comparisons o on o.version_id = v.id join changes c on c.comparison_id = o.id
    where v.interface_id in (${listOf([...new Set(gone.flatMap(({ interfaceId }) => interfaceId ?? []))])}) and c.audience = 'insiders' and c.rule like 'operation-removed%'
      and c.operation in (select json_array_elements_text(${JSON.stringify([...new Set(gone.map(({ operationKey }) => operationKey))])}::json))`);
  return new Set(rows.map(({ interfaceId, key }) => `${interfaceId} ${key}`));
}

/** By interface, where anything is hidden at all. */
export async function hidingsOf(db: Executor, scope: Scope, ids: number[]): Promise<Map<number, Hiding>> {
  const owners = await db.select({ id: interfaces.id, ownerTeamId: interfaces.ownerTeamId }).from(interfaces).where(sql`${interfaces.id} in (${listOf(ids)})`);
  const rules = Map.groupBy(await db.select().from(partRules).where(and(sql`${partRules.interfaceId} in (${listOf(ids)})`, isNotNull(partRules.visibility))), ({ interfaceId }) => interfaceId);
  const hidings = owners.filter(({ ownerTeamId }) => !seesAsOwner(scope, ownerTeamId)).map(({ id }): [number, Hiding] => [
    id,
    { internal: !scope.seesInternalParts, rules: (rules.get(id) ?? []).filter(({ visibility, ownerTeamId }) => !mayRead(scope, visibility ?? "public", ownerTeamId)).map(({ part, pattern }) => ({ part, pattern })) },
  ]);
  return new Map(hidings.filter(([, hiding]) => hiding.internal || hiding.rules.length > 0));
}

/** A callback is hidden with the operation that it hangs on. */
export function withParent(key: string): string[] {
  const at = key.lastIndexOf(" CALLBACK ");
  return at === -1 ? [key] : [key, ...withParent(key.slice(0, at))];
}

function addressOf(key: string): string | null {
  return /^\S+ (\S+)/.exec(key)?.[1] ?? null;
}

/** As one parameter, however many. */
const listOf = (ids: number[]) => sql`select value::bigint from json_array_elements_text(${JSON.stringify(ids)}::json)`;
