import { z } from "zod";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, ValidationError } from "#lib/errors.ts";
import { decodeOperationKey, encodeOperationKey } from "../urls/operation-url.ts";
import { listOperations } from "../parts/list-operations.ts";
import { findVersion } from "../versions/find-version.ts";
import { closeMigration, findOpen, lockMigrations, openMigration } from "../migrations/open-migration.ts";
import { assertEveryoneMoved } from "../migrations/assert-everyone-moved.ts";
import { loadSubject } from "../migrations/subject.ts";
import { retryOnDeadlock } from "../publish/retry-on-deadlock.ts";
import { DeprecationInput, readDeprecation } from "./deprecation-input.ts";
import { saysDeprecated } from "./document-deprecations.ts";

export const DeprecateOperationInput = DeprecationInput.extend({
  operation: z.string().trim().min(1, "Say which operation.").max(2_000).meta({ description: "Key or spelling: `GET /orders/{id}`, `send orders`." }),
  line: z.string().trim().max(60).nullish(),
  stage: z.enum(["deprecated", "kept", "retired"]).default("deprecated").meta({ description: "`kept` takes a deprecation back; `retired` says that it is gone." }),
  reason: z.string().trim().max(2_000).nullish(),
});

/**
 * Deprecates one operation, takes that back, or says that it is gone. What the document itself marks as deprecated is kept
 * by publishing it without the mark. @throws as `changeLifecycle` does
 */
export async function deprecateOperation({ ctx, input }: { ctx: Ctx; input: z.input<typeof DeprecateOperationInput> & { slug: string } }): Promise<{ migrationId: number }> {
  const { operation, line: name, stage, reason, ...said } = DeprecateOperationInput.parse(input);
  const { subject, line } = await findVersion(ctx, { slug: input.slug, line: name ?? null });
  authorize(ctx, "interface.lifecycle", { ownerTeamId: subject.ownerTeamId, interfaceId: subject.id });
  const { key, spelled } = decodeOperationKey(encodeOperationKey(operation));
  const found = (await listOperations({ ctx, input: { slug: subject.slug, line: line.name } })).find((one) => one.key === key || one.display === spelled || one.operationIds.includes(operation));
  const operationKey = found?.key ?? key;
  return retryOnDeadlock(() => ctx.db.transaction(async (tx) => {
    await lockMigrations(tx, subject.id);
    const open = await findOpen(tx, line.id, operationKey);
    if (!found && !(open && stage !== "deprecated")) throw new ValidationError(`"${subject.slug}" has no operation "${operation}".`, { operation: "Write it as on its page, such as GET /orders/{id}." });
    const about = await loadSubject(tx, { lineId: line.id, operationKey });
    const record = () => recordAudit(tx, ctx, { action: "operation.lifecycle", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { line: line.name, operation: operationKey, to: stage, ...(said.sunset ? { sunset: said.sunset } : {}), ...(reason ? { reason } : {}) } });
    if (stage === "deprecated") {
      const at = { interfaceId: subject.id, slug: subject.slug, line: line.name, operationKey };
      const migration = await openMigration(tx, ctx, about, { operationKey, source: "page", ...(await readDeprecation(ctx, tx, said, at, open)) });
      await record();
      return { migrationId: migration.id };
    }
    if (!open) throw new NotFoundError("migration of the operation", operation);
    if (stage === "kept" && (await saysDeprecated(tx, about.line.currentVersionId ?? 0, operationKey))) throw new ValidationError("The document itself says that it is deprecated. Publish it without `deprecated: true`, and this ends by itself.", { operation: "deprecated by the document" });
    if (stage === "retired") await assertEveryoneMoved(tx, about, operationKey, reason || null);
    await closeMigration(tx, ctx, open, about, stage === "retired" ? "retired" : "withdrawn", reason || null);
    await record();
    return { migrationId: open.id };
  }));
}
