import type { Ctx } from "#lib/auth/context.ts";
import { readTexts } from "../../contents/read-texts.ts";
import type { Comparison } from "../get-comparison.ts";
import { type SideBySide, sideBySide } from "./side-by-side.ts";
import type { ViewedChange } from "../view-comparison.ts";

/**
 * The lines that some changes of a comparison speak of, by ordinal. None for a reader from whom something is hidden: the
 * lines of the text that such a one reads are others.
 */
export async function getSideBySide({ ctx, input }: { ctx: Ctx; input: { comparison: Pick<Comparison, "base" | "revision" | "filtered">; changes: readonly ViewedChange[] } }): Promise<Map<number, SideBySide>> {
  const { comparison, changes } = input;
  if (comparison.filtered || changes.length === 0) return new Map();
  const [base, revision] = await Promise.all([readTexts(ctx.db, comparison.base.id), readTexts(ctx.db, comparison.revision.id)]);
  const blocks = sideBySide(changes, base, revision);
  return new Map(changes.flatMap(({ ordinal }, index) => (blocks[index] ? [[ordinal, blocks[index]] as const] : [])));
}
