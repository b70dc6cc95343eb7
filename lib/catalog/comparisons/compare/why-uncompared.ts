import { and, eq, ne, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listedInterfaces, visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import type { CheckedDocument } from "../../publish/check-document.ts";
import type { FoundVersion } from "../../versions/find-version.ts";
import type { PublishOptions } from "../../publish/publish-spec-input.ts";

/**
 * Why a document was not compared with the version before it, and what to do. `new`, `new-line` and `unchanged` are fine:
 * there is nothing to compare. All others mean that whoever relied on the comparison has none.
 */
export type Uncompared = { code: "new" | "new-line" | "unchanged" | "unreadable" | "ambiguous" | "unknown-interface" | "unknown-line" | "not-shown" | "purged"; message: string };

/** In words for whoever checks it. `base`: the version before it, where there is one whose text is gone. */
export async function whyUncompared(ctx: Ctx, options: PublishOptions, { target, readable }: Pick<CheckedDocument, "target" | "readable">, base: FoundVersion | null): Promise<Uncompared> {
  if (!readable || target === null) return { code: "unreadable", message: "It cannot be understood, so it was not compared. Mend the errors." };
  if (target.kind === "ambiguous") return { code: "ambiguous", message: `It cannot be told which interface it is: say \`interface\` (${target.candidates.map(({ slug }) => slug).join(", ")}), or \`new\` for another of that title.` };
  if (target.kind === "unchanged") return { code: "unchanged", message: `It is the text of version ${target.sequence} of ${target.slug}: nothing would change.` };
  if (target.kind === "new" && options.interface && !options.new) return { code: "unknown-interface", message: `There is no interface \`${options.interface}\` that you may see.${await meant(ctx, options.interface)} Say the right one, or \`new\` if it is to be made.` };
  if (target.kind === "new") return { code: "new", message: `It would become a new interface, ${target.slug}: there is nothing to compare it with.${target.notice ? ` ${target.notice}` : ""}` };
  if (base) return { code: "purged", message: `The text of version ${base.version.sequence} of ${target.slug} was purged, so there is nothing to compare with.` };
  const seen = await linesOf(ctx, target.slug);
  if (seen === null) return { code: "not-shown", message: `You may publish to ${target.slug} and not read it, so it was not compared. Ask its owner for a token that may.` };
  if (seen.length === 0) return { code: "new-line", message: `It would be the first version of ${target.slug}: there is nothing to compare it with.` };
  // By its label it may begin a line on its own; a name was written, or forgotten.
  if ((options.line || target.line === "default") && !options.new) return { code: "unknown-line", message: `${target.slug} has no line \`${target.line}\`; it has ${seen.map((name) => `\`${name}\``).join(", ")}. Say one of these with \`line\`, or \`new\` if it is to begin one.` };
  return { code: "new-line", message: `It would begin the line ${target.line} of ${target.slug}: there is nothing to compare it with.` };
}

/** Lines that have a version; `null` for an interface that may be named and not read. */
async function linesOf(ctx: Ctx, slug: string): Promise<string[] | null> {
  const rows = await ctx.db
    .select({ name: lines.name, hasVersion: sql<boolean>`${lines.currentVersionId} is not null` })
    .from(interfaces)
    .leftJoin(lines, eq(lines.interfaceId, interfaces.id))
    .where(and(eq(interfaces.slug, slug), visibleInterfaces(ctx.scope)))
    .orderBy(lines.name);
  return rows.length === 0 ? null : rows.flatMap(({ name, hasVersion }) => (name !== null && hasVersion ? [name] : []));
}

async function meant(ctx: Ctx, slug: string): Promise<string> {
  const near = await ctx.db
    .select({ slug: interfaces.slug })
    .from(interfaces)
    .where(and(listedInterfaces(ctx.scope), ne(interfaces.slug, slug), sql`similarity(${interfaces.slug}, ${slug}) >= 0.3`))
    .orderBy(sql`similarity(${interfaces.slug}, ${slug}) desc`)
    .limit(3);
  return near.length === 0 ? "" : ` Did you mean ${near.map((row) => `\`${row.slug}\``).join(", ")}?`;
}
