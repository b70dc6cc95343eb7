import { and, count, eq, sql } from "drizzle-orm";
import { provides } from "#db/schema/catalog/provides.ts";
import { services } from "#db/schema/catalog/services.ts";
import { versions } from "#db/schema/document/versions.ts";
import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import type { SpecHead } from "#lib/parsing/prepare-document.ts";
import { findVersion, type VersionAddress } from "../versions/find-version.ts";
import { seenCounts } from "../contents/seen-counts.ts";
import { visibleServices } from "../services/visible-services.ts";

export type Facts = Pick<SpecHead, "contact" | "license" | "termsOfService" | "externalDocs" | "tags" | "servers" | "securitySchemes">;
export type Named = { slug: string; name: string };
export type InterfaceDetail = Awaited<ReturnType<typeof getInterface>>;

/**
 * An interface as one of its versions shows it, with where it stands in the catalog.
 * @throws NotFoundError also for what the reader may not see. An old slug finds it too: compare `slug` and redirect.
 */
export async function getInterface({ ctx, input }: { ctx: Ctx; input: VersionAddress }) {
  const { subject, line, lines, version } = await findVersion(ctx, input);
  const [[owner], [domain], provided, [versionCount], [said]] = await Promise.all([
    ctx.db.select({ slug: teams.slug, name: teams.name }).from(teams).where(eq(teams.id, subject.ownerTeamId ?? 0)),
    ctx.db.select({ slug: domains.slug, name: domains.name }).from(domains).where(eq(domains.id, subject.domainId ?? 0)),
    ctx.db
      .select({ slug: services.slug, name: services.title })
      .from(provides)
      .innerJoin(services, eq(services.id, provides.serviceId))
      .where(and(eq(provides.interfaceId, subject.id), visibleServices(ctx.scope))),
    ctx.db.select({ count: count() }).from(versions).where(eq(versions.interfaceId, subject.id)),
    // Extensions are as long as a document likes, and nothing here shows them.
    ctx.db.select({ facts: sql<Facts>`${versions.facts} - 'extensions'` }).from(versions).where(eq(versions.id, version.id)),
  ]);
  const seen = await seenCounts(ctx, subject, version, said?.facts);
  return {
    id: subject.id,
    slug: subject.slug,
    title: version.title,
    summary: version.summary,
    description: version.description,
    format: version.format,
    lifecycle: line.lifecycle ?? subject.lifecycle,
    visibility: subject.visibility,
    perspective: subject.perspective,
    repository: subject.repository,
    path: subject.path,
    retiredAt: subject.retiredAt,
    demo: subject.demo,
    owner: owner ?? null,
    domain: domain ?? null,
    services: provided,
    line: line.name,
    lines: lines.map(({ name, lifecycle, currentVersionId }) => ({ name, lifecycle, current: currentVersionId === version.id })),
    isCurrent: line.currentVersionId === version.id,
    newestSequence: line.lastSequence,
    version: { ...version, ...seen.counts },
    versionCount: versionCount?.count ?? 0,
    facts: seen.facts ?? ({} as Facts),
    /** What the reader may do with it, to show or hide the buttons. */
    may: {
      publish: may(ctx, "interface.publish", { ownerTeamId: subject.ownerTeamId, interfaceId: subject.id }),
      follow: ctx.actor.kind === "person",
      rename: may(ctx, "interface.rename", { ownerTeamId: subject.ownerTeamId }),
      delete: may(ctx, "interface.delete", { ownerTeamId: subject.ownerTeamId }),
      purge: may(ctx, "interface.purge"),
    },
  };
}
