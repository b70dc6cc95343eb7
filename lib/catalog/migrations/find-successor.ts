import { and, eq } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { interfaceUrl } from "../urls/entity-url.ts";
import { operationUrl } from "../urls/operation-url.ts";
import { seesOperations } from "./find-migration.ts";
import type { Migration } from "./subject.ts";

export type Successor = { slug: string; title: string; line: string | null; operation: string | null; href: string };

/** What takes the place of something that ends; `null` also where the reader may not see it. */
export async function findSuccessor(ctx: Ctx, migration: Pick<Migration, "successorInterfaceId" | "successorLine" | "successorOperation">): Promise<Successor | null> {
  if (migration.successorInterfaceId === null) return null;
  const [subject] = await ctx.db.select({ id: interfaces.id, slug: interfaces.slug, title: interfaces.title, ownerTeamId: interfaces.ownerTeamId }).from(interfaces).where(and(eq(interfaces.id, migration.successorInterfaceId), visibleInterfaces(ctx.scope)));
  if (!subject) return null;
  const { slug, title } = subject;
  const line = migration.successorLine;
  const [seen = false] = migration.successorOperation === null ? [] : await seesOperations(ctx, subject, { name: line ?? "default" }, [migration.successorOperation]);
  const operation = seen ? migration.successorOperation : null;
  return { slug, title, line, operation, href: operation ? operationUrl({ slug, line, key: operation }) : interfaceUrl({ slug, line }) };
}
