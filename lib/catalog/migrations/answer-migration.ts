import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { migrationConsumers } from "#db/schema/lifecycle/migration-consumers.ts";
import { actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize, may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { ConflictError, NotFoundError } from "#lib/errors.ts";
import { recordNews } from "#lib/notify/record-news.ts";
import { migrationUrl } from "../urls/lifecycle-url.ts";
import { visibleServices } from "../services/visible-services.ts";
import { findMigration } from "./find-migration.ts";
import { lockMigrations } from "./open-migration.ts";
import { changeState } from "./settle-consumers.ts";
import { loadSubject, nameOfSubject } from "./subject.ts";

export const AnswerMigrationInput = z.object({
  answer: z.enum(["acknowledged", "waived", "unwaived"]).meta({ description: "The consumer's team acknowledges; the owner waives with a reason, or takes that back." }),
  words: z.string().trim().max(2_000).nullish().meta({ description: "Of the consumer: by when, or what is in the way. Of a waiver: why." }),
});

/**
 * What is said of one consumer of a migration: its team acknowledges, the owner of what ends waives it with a reason.
 * @throws NotFoundError also for a consumer that the reader may not see; ConflictError where nothing is left to say
 */
export async function answerMigration({ ctx, input }: { ctx: Ctx; input: z.input<typeof AnswerMigrationInput> & { id: number; consumer: number } }): Promise<void> {
  const { answer, words: said } = AnswerMigrationInput.parse(input);
  const words = said || null;
  const { migration, subject } = await findMigration(ctx, input.id);
  if (migration.state !== "open") throw new ConflictError("This migration has ended.");
  const consumer = await findConsumer(ctx, input.id, input.consumer);
  if (answer === "acknowledged") authorize(ctx, "migration.acknowledge", { ownerTeamId: consumer.ownerTeamId, interfaceId: subject.id });
  else authorize(ctx, "migration.waive", { ownerTeamId: subject.ownerTeamId, interfaceId: subject.id });
  if (answer === "waived" && (words === null || words.length < 3)) throw new ConflictError("Say why it need not move: its team reads that.");
  await ctx.db.transaction(async (tx) => {
    await lockMigrations(tx, subject.id);
    const [row] = await tx.select().from(migrationConsumers).where(eq(migrationConsumers.id, consumer.id));
    if (!row) throw new NotFoundError("consumer", input.consumer);
    if (row.state === "moved") throw new ConflictError("It has moved already: nothing names the old any more.");
    if (answer === "unwaived" && row.state !== "waived") throw new ConflictError("It is not waived.");
    const now = new Date();
    if (answer === "acknowledged") await changeState(tx, ctx, row, row.state === "waived" ? "waived" : "acknowledged", { acknowledgedAt: row.acknowledgedAt ?? now, acknowledgedByName: actorName(ctx), plan: words, toldAt: row.toldAt ?? now }, words);
    else if (answer === "waived") await changeState(tx, ctx, row, "waived", { waivedAt: now, waivedByName: actorName(ctx), waiveReason: words }, words);
    else await changeState(tx, ctx, row, row.acknowledgedAt ? "acknowledged" : row.toldAt ? "told" : "untold", { waivedAt: null, waivedByName: null, waiveReason: null });
    await recordAudit(tx, ctx, { action: `migration.${answer}`, subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { migration: migration.id, consumer: consumer.slug, ...(words ? { words } : {}) } });
    const about = await loadSubject(tx, migration);
    const other = answer === "acknowledged" ? subject.ownerTeamId : consumer.ownerTeamId;
    // The owner hears what stands in the way or when it will be; a bare click only counts.
    if (other === null || (answer === "acknowledged" && words === null)) return;
    await recordNews(tx, ctx, {
      key: `migration ${migration.id} consumer ${consumer.id} ${answer} ${now.getTime()}`, kind: "migration", interfaceId: subject.id, path: migrationUrl(migration.id), toTeams: [other],
      title: answer === "acknowledged" ? `${consumer.title} is going to leave ${nameOfSubject(about)}` : answer === "waived" ? `${consumer.title} need not leave ${nameOfSubject(about)}` : `${consumer.title} is to leave ${nameOfSubject(about)} after all`,
      detail: { lines: words ? [words] : [] },
    });
  });
}

/** A consumer that the reader may see, or speaks for as its team. */
async function findConsumer(ctx: Ctx, migrationId: number, id: number) {
  const [row] = await ctx.db
    .select({
      id: migrationConsumers.id, ownerTeamId: sql<number | null>`coalesce(${services.ownerTeamId}, ${interfaces.ownerTeamId})`, slug: sql<string>`coalesce(${services.slug}, ${interfaces.slug})`,
      title: sql<string>`coalesce(${services.title}, ${interfaces.title})`, visible: sql<boolean>`coalesce(case when ${migrationConsumers.serviceId} is not null then ${visibleServices(ctx.scope)} else ${visibleInterfaces(ctx.scope)} end, false)`,
    })
    .from(migrationConsumers)
    .leftJoin(services, eq(services.id, migrationConsumers.serviceId))
    .leftJoin(interfaces, eq(interfaces.id, migrationConsumers.interfaceId))
    .where(sql`${migrationConsumers.id} = ${id} and ${migrationConsumers.migrationId} = ${migrationId}`);
  const ownerTeamId = row?.ownerTeamId == null ? null : Number(row.ownerTeamId);
  if (!row || !(row.visible || (ownerTeamId !== null && may(ctx, "migration.acknowledge", { ownerTeamId })))) throw new NotFoundError("consumer", id);
  return { ...row, ownerTeamId };
}
