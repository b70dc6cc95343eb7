import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { hiddenUses } from "../contents/hidden-uses.ts";
import { decodeOperationKey, encodeOperationKey } from "../urls/operation-url.ts";
import { matchPath } from "./match-path.ts";

type Known = { key: string; operation_ids: string[] };

/**
 * The key of the operation that somebody means: its key or spelling, its `operationId`, what it moved to, or a request
 * with values in its path. What the document does not have stays as it is written, so that a check can name it.
 */
export async function resolveOperation(db: Executor, interfaceId: number, line: string | null, written: string): Promise<{ key: string; known: boolean }> {
  const spelled = written.trim();
  const key = writtenKey(written);
  const operations = await currentOperations(db, interfaceId, line);
  const exact = operations.find((operation) => operation.key === key) ?? operations.find(({ operation_ids }) => operation_ids.includes(spelled));
  if (exact) return { key: exact.key, known: true };
  const { rows } = await db.execute<{ to_key: string }>(sql`
    select m.to_key from operation_moves m join lines l on l.id = m.line_id where l.interface_id = ${interfaceId} and m.from_key = ${key} and (${line}::text is null or l.name = ${line}) order by m.created_at desc limit 1`);
  const moved = rows[0]?.to_key;
  if (moved !== undefined) return { key: moved, known: operations.some((operation) => operation.key === moved) };
  const [method = "", path = ""] = key.split(" ");
  const requested = path.startsWith("/") ? matchPath(method, path, operations.map((operation) => operation.key)) : null;
  return requested === null ? { key, known: false } : { key: requested, known: true };
}

/** The same as a reader may know it: what they may not see is like what the document does not have. */
export async function resolveSeenOperation(ctx: Pick<Ctx, "db" | "scope">, interfaceId: number, line: string | null, written: string): Promise<{ key: string; known: boolean }> {
  const found = await resolveOperation(ctx.db, interfaceId, line, written);
  const isHidden = await hiddenUses(ctx.db, ctx.scope, [{ interfaceId, operationKey: found.key }]);
  return isHidden({ interfaceId, operationKey: found.key }) ? { key: writtenKey(written), known: false } : found;
}

/** What is written, as the key of an operation would be. */
export function writtenKey(written: string): string {
  return decodeOperationKey(encodeOperationKey(written.trim().replace(/^(send|receive|webhook)(?= )/i, (word) => (/^w/i.test(word) ? "WEBHOOK" : word.toLowerCase())))).key;
}

/** Keys of the current version of a line, `null` the main one; where the words name no line that exists, none. */
export async function currentOperations(db: Executor, interfaceId: number, line: string | null): Promise<Known[]> {
  const { rows } = await db.execute<Known>(sql`
    select o.key, o.operation_ids from operations o where o.version_id = (
      select l.current_version_id from lines l where l.interface_id = ${interfaceId} and (${line}::text is null or l.name = ${line})
      order by l.name <> 'default', l.current_version_id desc nulls last, l.id limit 1)
    order by o.ordinal`);
  return rows;
}
