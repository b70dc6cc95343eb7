import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { type Lifecycle, lifecycles } from "#db/schema/catalog/words.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError, ValidationError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { mainLineName } from "../comparisons/compare/main-line.ts";
import { findVersion } from "../versions/find-version.ts";
import { lifecyclesAfter } from "./lifecycle-words.ts";
import { assertEveryoneMoved } from "../migrations/assert-everyone-moved.ts";
import { closeMigration, findOpen, lockMigrations, openMigration } from "../migrations/open-migration.ts";
import { loadSubject, type MigrationSubject } from "../migrations/subject.ts";
import { retryOnDeadlock } from "../publish/retry-on-deadlock.ts";
import { DeprecationInput, readDeprecation } from "./deprecation-input.ts";

export const ChangeLifecycleInput = DeprecationInput.extend({
  lifecycle: z.enum(lifecycles),
  line: z.string().trim().max(60).nullish().meta({ description: "The line; the main one unless said." }),
  reason: z.string().trim().max(2_000).nullish().meta({ description: "Needed to retire while somebody has not moved." }),
});

/**
 * Says where in its life a line of an interface is. Deprecating opens a migration for everyone who uses it, or changes
 * what an open one says; staying after all closes it; retiring needs that everyone has moved or was waived, or a reason.
 * @throws ConflictError for a stage that may not follow, and while somebody has not moved; ValidationError for dates and successors
 */
export async function changeLifecycle({ ctx, input }: { ctx: Ctx; input: z.input<typeof ChangeLifecycleInput> & { slug: string } }): Promise<{ slug: string; lifecycle: Lifecycle; migrationId: number | null }> {
  const { lifecycle, line: name, reason, ...said } = ChangeLifecycleInput.parse(input);
  const { subject, line } = await findVersion(ctx, { slug: input.slug, line: name ?? null });
  authorize(ctx, "interface.lifecycle", { ownerTeamId: subject.ownerTeamId, interfaceId: subject.id });
  return retryOnDeadlock(() => ctx.db.transaction(async (tx) => {
    await lockMigrations(tx, subject.id);
    const from = await stageOf(tx, subject.id, line.id);
    if (from !== lifecycle && !lifecyclesAfter(from).includes(lifecycle)) throw new ConflictError(`What is ${from} cannot become ${lifecycle}. It may become ${lifecyclesAfter(from).join(", ")}.`);
    const about = await loadSubject(tx, { lineId: line.id, operationKey: null });
    const open = await findOpen(tx, line.id, null);
    let migrationId = open?.id ?? null;
    if (lifecycle === "deprecated") {
      const at = { interfaceId: subject.id, slug: subject.slug, line: line.name, operationKey: null };
      migrationId = (await openMigration(tx, ctx, about, { operationKey: null, source: "page", ...(await readDeprecation(ctx, tx, said, at, open)) })).id;
    } else if (lifecycle === "retired") {
      await assertEveryoneMoved(tx, about, null, reason || null);
      if (open) await closeMigration(tx, ctx, open, about, "retired", reason || null);
    } else if (open) await closeMigration(tx, ctx, open, about, "withdrawn", reason || null);
    await storeStage(tx, about, lifecycle);
    await recordAudit(tx, ctx, { action: "interface.lifecycle", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { line: line.name, from, to: lifecycle, ...(said.sunset ? { sunset: said.sunset } : {}), ...(reason ? { reason } : {}) } });
    return { slug: subject.slug, lifecycle, migrationId };
  }));
}

/** The stage of a line: its own, else that of its interface. */
export async function stageOf(tx: Transaction, interfaceId: number, lineId: number): Promise<Lifecycle> {
  const [row] = await tx
    .select({ own: lines.lifecycle, whole: interfaces.lifecycle, retiredAt: interfaces.retiredAt })
    .from(lines)
    .innerJoin(interfaces, eq(interfaces.id, lines.interfaceId))
    .where(eq(lines.id, lineId))
    .for("update");
  if (!row) throw new ValidationError(`Interface ${interfaceId} has no such line.`);
  return row.retiredAt ? "retired" : (row.own ?? row.whole);
}

/** Keeps the stage of a line; that of the main line is the interface's, and an interface whose lines are all retired is. */
export async function storeStage(tx: Transaction, { interfaceId, line }: MigrationSubject, lifecycle: Lifecycle): Promise<void> {
  // Lines without a word of their own have the interface's: they keep the one they have.
  await tx.execute(sql`update lines l set lifecycle = i.lifecycle from interfaces i where i.id = l.interface_id and l.interface_id = ${interfaceId} and l.lifecycle is null and l.id <> ${line.id}`);
  await tx.update(lines).set({ lifecycle }).where(eq(lines.id, line.id));
  const all = await tx.select({ name: lines.name, lifecycle: lines.lifecycle }).from(lines).where(eq(lines.interfaceId, interfaceId));
  const retired = all.every((one) => one.lifecycle === "retired");
  const isMain = (await mainLineName(tx, interfaceId)) === line.name;
  const stage = isMain || retired ? { lifecycle } : {};
  await tx.update(interfaces).set({ ...stage, retiredAt: retired ? new Date() : null }).where(eq(interfaces.id, interfaceId));
  await enqueue(tx, retired ? "remove-from-index" : "index-interface", { interfaceId });
}
