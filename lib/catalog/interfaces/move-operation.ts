import { z } from "zod";
import { operationMoves } from "#db/schema/catalog/operation-moves.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { openContents } from "../contents/open-contents.ts";
import { findVersion } from "../versions/find-version.ts";
import { decodeOperationKey, encodeOperationKey } from "../urls/operation-url.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";

export const MoveOperationInput = z.object({ slug: z.string(), line: z.string().optional(), from: z.string().trim().min(1).max(2_000), to: z.string().trim().min(1).max(2_000) });

/**
 * Declares that an operation of a line moved: what used the key `from` finds `to`, an operation of the current version.
 * Either may be spelled as in the document. Said again, the later word counts.
 */
export async function moveOperation({ ctx, input }: { ctx: Ctx; input: z.input<typeof MoveOperationInput> }): Promise<void> {
  const { slug, line: lineName, from, to } = MoveOperationInput.parse(input);
  const { subject, line, version } = await findVersion(ctx, { slug, line: lineName });
  authorize(ctx, "interface.publish", { interfaceId: subject.id, ownerTeamId: subject.ownerTeamId });
  const target = await (await openContents(ctx, subject, version)).findOperation(keyOf(to));
  if (!target) throw new NotFoundError("operation", to);
  const fromKey = keyOf(from);
  await ctx.db.transaction(async (tx) => {
    await tx
      .insert(operationMoves)
      .values({ lineId: line.id, fromKey, toKey: target.key })
      .onConflictDoUpdate({ target: [operationMoves.lineId, operationMoves.fromKey], set: { toKey: target.key } });
    await enqueue(tx, "derive-dependencies", { interfaceId: subject.id });
    await recordAudit(tx, ctx, { action: "operation.move", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { line: line.name, from: fromKey, to: target.key } });
  });
}

/** A key or its spelling, as a key. */
function keyOf(spelled: string): string {
  return decodeOperationKey(encodeOperationKey(spelled)).key;
}
