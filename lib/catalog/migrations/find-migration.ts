import { and, eq, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { migrations } from "#db/schema/lifecycle/migrations.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";
import { hiddenParts } from "../contents/hidden-parts.ts";
import type { InterfaceRow, LineRow } from "../versions/find-version.ts";
import { listOperations } from "../parts/list-operations.ts";
import type { Migration } from "./subject.ts";

export type FoundMigration = { migration: Migration; subject: InterfaceRow; line: LineRow };

/** A migration of what the reader may see. @throws NotFoundError also for one of a hidden interface or operation */
export async function findMigration(ctx: Ctx, id: number): Promise<FoundMigration> {
  const [row] = await ctx.db
    .select({ migration: migrations, subject: interfaces, line: lines })
    .from(migrations)
    .innerJoin(interfaces, eq(interfaces.id, migrations.interfaceId))
    .innerJoin(lines, eq(lines.id, migrations.lineId))
    .where(and(eq(migrations.id, id), visibleInterfaces(ctx.scope)));
  if (!row || !(await seesOperations(ctx, row.subject, row.line, row.migration.operationKey === null ? [] : [row.migration.operationKey])).every(Boolean)) throw new NotFoundError("migration", id);
  return row;
}

/** For each operation of a line whether the reader may see it; one that is gone from the document by what its key says. */
export async function seesOperations(ctx: Ctx, subject: Pick<InterfaceRow, "id" | "slug" | "ownerTeamId">, line: Pick<LineRow, "name">, keys: string[]): Promise<boolean[]> {
  const hidden = keys.length === 0 ? null : await hiddenParts(ctx, subject);
  if (!hidden) return keys.map(() => true);
  const shown = new Set((await listOperations({ ctx, input: { slug: subject.slug, line: line.name } })).map(({ key }) => key));
  const everything = await keysOf(ctx.db, subject.id, line.name);
  return keys.map((key) => shown.has(key) || (!everything.has(key) && !hidden.isHidden({ operation: key, path: key.split(" ")[1] ?? null, internal: true })));
}

async function keysOf(db: Executor, interfaceId: number, line: string): Promise<Set<string>> {
  const { rows } = await db.execute<{ key: string }>(sql`select o.key from lines l join operations o on o.version_id = l.current_version_id where l.interface_id = ${interfaceId} and l.name = ${line}`);
  return new Set(rows.map(({ key }) => key));
}
