import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { migrations } from "#db/schema/lifecycle/migrations.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { publicUrl } from "#lib/notify/mail/mail-settings.ts";
import { deprecationHeaders, type Header } from "#lib/spec/lifecycle/deprecation-headers.ts";
import { findVersion } from "../versions/find-version.ts";
import { lifecyclesAfter } from "./lifecycle-words.ts";
import { migrationUrl } from "../urls/lifecycle-url.ts";
import { seesOperations } from "../migrations/find-migration.ts";
import { findSuccessor, type Successor } from "../migrations/find-successor.ts";
import { listMigrations } from "../migrations/list-migrations.ts";
import type { Migration } from "../migrations/subject.ts";

/** Something on its way out, or gone, as everyone who sees it may know it. */
export type Ending = { migrationId: number; state: Migration["state"]; deprecatedAt: Date; sunsetAt: Date | null; successor: Successor | null; guide: string | null; headers: Header[] };
export type LifecycleDetail = Awaited<ReturnType<typeof getLifecycle>>;

/** Where in its life a line of an interface is, what ends and when, and the headers that say so. @throws NotFoundError */
export async function getLifecycle({ ctx, input }: { ctx: Ctx; input: { slug: string; line?: string | null } }) {
  const { subject, line, lines } = await findVersion(ctx, { slug: input.slug, line: input.line ?? null });
  const lifecycle = subject.retiredAt ? ("retired" as const) : (line.lifecycle ?? subject.lifecycle);
  const [ending, { items }] = await Promise.all([
    lifecycle === "deprecated" || lifecycle === "retired" ? findEnding(ctx, line.id, null) : null,
    listMigrations({ ctx, input: { interface: subject.slug, state: "all" } }),
  ]);
  const manage = may(ctx, "interface.lifecycle", { ownerTeamId: subject.ownerTeamId });
  return {
    slug: subject.slug, title: subject.title, line: line.name, lines: lines.map(({ name }) => name), lifecycle, ending,
    next: lifecyclesAfter(lifecycle), operations: items.filter((item) => item.operationKey !== null && item.line === line.name), may: { manage },
  };
}

/** What is known of the end of an operation that is deprecated or retired; `null` where nothing is, or it may not be seen. */
export async function findOperationEnding({ ctx, input }: { ctx: Ctx; input: { slug: string; line?: string | null; key: string } }): Promise<Ending | null> {
  const { subject, line } = await findVersion(ctx, { slug: input.slug, line: input.line ?? null });
  // Most end nowhere: whether it may be seen is asked only of those that do.
  const ending = await findEnding(ctx, line.id, input.key);
  if (!ending) return null;
  const [seen] = await seesOperations(ctx, subject, line, [input.key]);
  return seen ? ending : null;
}

async function findEnding(ctx: Ctx, lineId: number, operationKey: string | null): Promise<Ending | null> {
  const [migration] = await ctx.db
    .select()
    .from(migrations)
    .where(and(eq(migrations.lineId, lineId), operationKey === null ? isNull(migrations.operationKey) : eq(migrations.operationKey, operationKey), ne(migrations.state, "withdrawn")))
    .orderBy(desc(migrations.id))
    .limit(1);
  if (!migration) return null;
  const successor = await findSuccessor(ctx, migration);
  const { id, state, deprecatedAt, sunsetAt, guide } = migration;
  const headers = deprecationHeaders({ deprecatedAt, sunsetAt, documentation: publicUrl(migrationUrl(id)), successor: successor ? publicUrl(successor.href) : null });
  return { migrationId: id, state, deprecatedAt, sunsetAt, successor, guide, headers };
}
