import { and, eq, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { versions } from "#db/schema/document/versions.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { ConflictError } from "#lib/errors.ts";
import { findFreeSlug } from "./claim-slug.ts";
import { findTarget } from "./find-target.ts";
import { lineName } from "./line-name.ts";
import { takenWords } from "./notices-of.ts";
import type { PublishOptions } from "./publish-spec-input.ts";
import { slugify } from "./slugify.ts";

/** Where a document would go: a new interface, the next version of one, the version it already is, or a question. */
export type TargetPreview =
  | { kind: "new"; slug: string; /** That the address is another than was asked for. */ notice?: string }
  | { kind: "next" | "unchanged"; slug: string; title: string; line: string; sequence: number; label: string }
  | { kind: "ambiguous"; candidates: { slug: string; title: string }[] };

/** What `findTarget` will decide, told beforehand. */
export async function findTargetOf(ctx: Ctx, options: PublishOptions, document: { title: string; label: string; contentHash: string }): Promise<TargetPreview> {
  return ctx.db.transaction(async (tx): Promise<TargetPreview> => {
    try {
      const target = await findTarget(tx, ctx, options, document);
      if (target.interfaceId === null) {
        const wanted = target.wantedSlug ?? slugify(document.title);
        const slug = await findFreeSlug(tx, wanted);
        return { kind: "new", slug, ...(slug === wanted ? {} : { notice: takenWords(wanted, slug) }) };
      }
      const line = await lineName(tx, options.line, document.label);
      const [subject] = await tx.select({ slug: interfaces.slug, title: interfaces.title, readable: sql<boolean>`${visibleInterfaces(ctx.scope)}` }).from(interfaces).where(eq(interfaces.id, target.interfaceId));
      // Of one whose name alone is seen, nobody learns what it holds, nor how often it was published.
      if (subject && !subject.readable) return { kind: "next", slug: subject.slug, title: subject.title, line, sequence: 1, label: document.label };
      const [newest] = await tx
        .select({ sequence: versions.sequence, label: versions.label, contentHash: versions.contentHash })
        .from(lines)
        .innerJoin(versions, eq(versions.id, lines.currentVersionId))
        .where(and(eq(lines.interfaceId, target.interfaceId), eq(lines.name, line)));
      const same = newest?.contentHash === document.contentHash;
      return {
        kind: same ? "unchanged" : "next",
        slug: subject?.slug ?? "",
        title: subject?.title ?? document.title,
        line,
        sequence: same ? newest.sequence : (newest?.sequence ?? 0) + 1,
        label: same ? newest.label : document.label,
      };
    } catch (error) {
      if (error instanceof ConflictError) return { kind: "ambiguous", candidates: error.detail.candidates as { slug: string; title: string }[] };
      throw error;
    }
  });
}
