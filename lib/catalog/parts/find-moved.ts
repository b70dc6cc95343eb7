import { and, eq, inArray } from "drizzle-orm";
import { operationMoves } from "#db/schema/catalog/operation-moves.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { decodeOperationKey } from "../urls/operation-url.ts";

const movesMax = 8;

/** What an operation of a line became, as far as it was declared moved and can be found: the last of several moves. `id`: its key, or the segment of an address. */
export async function findMoved<T>(ctx: Ctx, lineId: number, id: string, find: (key: string) => Promise<T | null>): Promise<T | null> {
  const { key } = decodeOperationKey(id);
  const passed = new Set([key, id]);
  let from = [...passed];
  for (let moves = 0; moves < movesMax; moves += 1) {
    const [move] = await ctx.db.select({ toKey: operationMoves.toKey }).from(operationMoves).where(and(eq(operationMoves.lineId, lineId), inArray(operationMoves.fromKey, from)));
    if (!move || passed.has(move.toKey)) return null;
    const found = await find(move.toKey);
    if (found !== null) return found;
    passed.add(move.toKey);
    from = [move.toKey];
  }
  return null;
}
