import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { versions } from "#db/schema/document/versions.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listedInterfaces, visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { ConflictError } from "#lib/errors.ts";
import type { PublishOptions } from "./publish-spec-input.ts";

/** Which interface a document belongs to: one that exists, or a new one with what it is to be known by. */
export type Target = { interfaceId: number } | { interfaceId: null; wantedSlug: string | null; sourceKey: string | null };

type Document = { title: string; contentHash: string };

/**
 * Decides by explicit slug, else by where it was published from, else by nothing but an identical text: a title proves
 * nothing. What the publisher may not see does not exist here, so that it cannot be probed for.
 * @throws ConflictError with the candidates when it cannot be told which interface is meant.
 */
export async function findTarget(tx: Transaction, ctx: Ctx, options: PublishOptions, document: Document): Promise<Target> {
  const keys = sourceKeysOf(ctx, options);
  await lockTargets(tx, ctx, [{ options, title: document.title }]);
  if (options.interface) {
    const named = await findBySlug(tx, ctx, options.interface);
    if (named) return { interfaceId: named.id };
  }
  if (keys.length > 0) {
    const holders = await findByKeys(tx, ctx, keys);
    for (const known of holders.filter((holder) => holder.visible)) {
      // An explicit slug that names nothing yet makes a new interface, unless this very request made one before.
      if (!options.interface || (await hadSlugFor(tx, known.id, options.interface))) return { interfaceId: known.id };
    }
    const free = keys.find((key) => !holders.some((holder) => holder.sourceKey === key));
    return { interfaceId: null, wantedSlug: options.interface ?? null, sourceKey: free ?? null };
  }
  if (options.new) return { interfaceId: null, wantedSlug: null, sourceKey: null };
  return byText(tx, ctx, document);
}

/** Two publishers of one thing take turns; publishers of other things do not wait. In one order, so that batches never wait for each other. */
export async function lockTargets(tx: Transaction, ctx: Ctx, wanted: { options: PublishOptions; title: string }[]): Promise<void> {
  const names = wanted.map(({ options, title }) => options.interface ?? sourceKeysOf(ctx, options)[0] ?? `title ${title}`);
  for (const name of [...new Set(names)].sort()) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

async function findBySlug(tx: Transaction, ctx: Ctx, slug: string) {
  const [row] = await tx
    .select({ id: interfaces.id })
    .from(interfaceSlugs)
    .innerJoin(interfaces, eq(interfaces.id, interfaceSlugs.interfaceId))
    .where(and(eq(interfaceSlugs.slug, slug), listedInterfaces(ctx.scope)));
  return row;
}

/** Neither slug nor place: the same text again is the same interface; a like title is a question. */
async function byText(tx: Transaction, ctx: Ctx, document: Document): Promise<Target> {
  const candidates = await tx
    .select({ id: interfaces.id, slug: interfaces.slug, title: interfaces.title, contentHash: versions.contentHash, readable: sql<boolean>`${visibleInterfaces(ctx.scope)}` })
    .from(interfaces)
    .innerJoin(lines, eq(lines.interfaceId, interfaces.id))
    .innerJoin(versions, eq(versions.id, lines.currentVersionId))
    .where(and(eq(interfaces.title, document.title), listedInterfaces(ctx.scope)))
    .orderBy(desc(interfaces.changedAt))
    .limit(50);
  const same = candidates.find((candidate) => candidate.readable && candidate.contentHash === document.contentHash);
  if (same) return { interfaceId: same.id };
  if (candidates.length > 0) {
    throw new ConflictError(
      `There is an interface with the title "${document.title}" already. Say which one is meant with \`interface=<slug>\`, or that this is another with \`new=true\`.`,
      { candidates: [...new Map(candidates.map(({ slug, title }) => [slug, { slug, title }])).values()] },
    );
  }
  return { interfaceId: null, wantedSlug: null, sourceKey: null };
}

/** Who holds these keys, in their order. */
async function findByKeys(tx: Transaction, ctx: Ctx, keys: string[]) {
  const rows = await tx
    .select({ id: interfaces.id, sourceKey: interfaces.sourceKey, visible: sql<boolean>`${listedInterfaces(ctx.scope)}` })
    .from(interfaces)
    .where(and(inArray(interfaces.sourceKey, keys), isNull(interfaces.deletedAt)));
  return rows.sort((a, b) => keys.indexOf(a.sourceKey ?? "") - keys.indexOf(b.sourceKey ?? ""));
}

/** Whether an interface got its slug, or one with a suffix, because that one was asked for. */
async function hadSlugFor(tx: Transaction, interfaceId: number, wanted: string): Promise<boolean> {
  const slugs = await tx.select({ slug: interfaceSlugs.slug }).from(interfaceSlugs).where(eq(interfaceSlugs.interfaceId, interfaceId));
  return slugs.some(({ slug }) => slug.startsWith(wanted) && /^-\d+$/.test(slug.slice(wanted.length)));
}

/**
 * What an interface is known by besides its slug, the first that is free. A place or slug whose holder the publisher may
 * not see leads to an interface of another key, which names the publisher, so that publishing again finds the same one.
 */
function sourceKeysOf(ctx: Ctx, options: PublishOptions): string[] {
  const publisher = options.owner ?? accountIdOf(ctx.actor) ?? ctx.actor.kind;
  const place = options.repository ?? options.folder;
  const ofSlug = options.interface ? [`slug ${options.interface} ${publisher}`] : [];
  if (!options.path || !place) return ofSlug;
  const path = `${place}#${options.path.replace(/^(?:\.?\/)+/, "")}`;
  return [path, ...ofSlug, `${path} ${publisher}`];
}
