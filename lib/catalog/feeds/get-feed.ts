import { and, desc, eq, isNull, not, or, type SQL } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { news } from "#db/schema/notify/news.ts";
import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";
import { tallyWords } from "#lib/spec/report/report.ts";
import { plainWords } from "#lib/notify/words/plain-words.ts";
import { comparisonUrl } from "../urls/comparison-url.ts";
import { isNarrowed } from "../comparisons/seen-tally.ts";
import { versionUrl } from "../urls/entity-url.ts";
import { findInterface } from "../versions/find-version.ts";
import { type Change, listChanges } from "../comparisons/list-changes.ts";
import type { Feed, FeedEntry } from "./atom-feed.ts";

/** Of what: `slug` is needed for all but the whole mesh. */
export type FeedSubject = { of: "mesh" | "interface" | "team" | "domain"; slug?: string };
type Subject = Omit<Feed, "entries"> & { narrow: { slug?: string; owner?: string; domain?: string }; condition: SQL | undefined };

const entriesMax = 50;

/** The newest 50 things that happened to interfaces which the reader may see: versions, and what became of their lifecycle. @throws NotFoundError */
export async function getFeed({ ctx, input }: { ctx: Ctx; input: FeedSubject }): Promise<Feed> {
  const { narrow, condition, ...feed } = await subjectOf(ctx, input);
  const [versions, happenings] = await Promise.all([listChanges({ ctx, input: { ...narrow, limit: entriesMax } }), lifecycleNews(ctx, condition)]);
  const entries = [...versions.items.map(ofVersion), ...happenings].sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
  return { ...feed, entries: entries.slice(0, entriesMax) };
}

async function subjectOf(ctx: Ctx, { of, slug = "" }: FeedSubject): Promise<Subject> {
  if (of === "mesh") return { key: "mesh", title: "Changes across the mesh", page: "/changes", since: new Date(0), narrow: {}, condition: undefined };
  if (of === "interface") {
    const found = await findInterface(ctx, slug);
    return { key: `interface/${found.id}`, title: `${found.title}: versions`, page: `/interfaces/${encodeURIComponent(found.slug)}/versions`, since: found.createdAt, narrow: { slug: found.slug }, condition: eq(interfaces.id, found.id) };
  }
  if (of === "team") {
    const [team] = await ctx.db.select({ id: teams.id, name: teams.name, createdAt: teams.createdAt }).from(teams).where(eq(teams.slug, slug));
    if (!team) throw new NotFoundError("team", slug);
    return { key: `team/${team.id}`, title: `Changes to interfaces of ${team.name}`, page: `/teams/${encodeURIComponent(slug)}`, since: team.createdAt, narrow: { owner: slug }, condition: eq(interfaces.ownerTeamId, team.id) };
  }
  const [domain] = await ctx.db.select({ id: domains.id, name: domains.name, createdAt: domains.createdAt }).from(domains).where(eq(domains.slug, slug));
  if (!domain) throw new NotFoundError("domain", slug);
  return { key: `domain/${domain.id}`, title: `Changes to interfaces of ${domain.name}`, page: `/domains/${encodeURIComponent(slug)}`, since: domain.createdAt, narrow: { domain: slug }, condition: eq(interfaces.domainId, domain.id) };
}

function ofVersion({ id, slug, line, sequence, label, title, format, publishedAt, publishedBy, comparedAt, tally, reason }: Change): FeedEntry {
  const path = tally ? comparisonUrl({ slug, line, to: sequence }) : versionUrl({ slug, line, version: sequence });
  const summary = [tally ? `${tallyWords(tally)}.` : sequence === 1 ? "The first version." : "A new version.", tally?.verdict === "breaking" ? (reason ? `Why: ${plainWords(reason)}` : "Reason missing.") : ""];
  return {
    key: `version/${id}`, title: `${title} ${label}${tally ? ` (${tally.verdict})` : ""}`, path, publishedAt, author: publishedBy,
    // What it changes is known a little later: then it is an entry that was updated.
    updatedAt: tally && comparedAt && comparedAt > publishedAt ? comparedAt : publishedAt,
    categories: [...(tally ? [tally.verdict] : []), format, "version"], summary: summary.filter(Boolean).join(" "),
  };
}

async function lifecycleNews(ctx: Ctx, condition: SQL | undefined): Promise<FeedEntry[]> {
  const rows = await ctx.db
    .select({ id: news.id, kind: news.kind, title: news.title, detail: news.detail, path: news.path, actorName: news.actorName, createdAt: news.createdAt })
    .from(news)
    .innerJoin(interfaces, eq(interfaces.id, news.interfaceId))
    // Of one operation only where no part is hidden from the reader.
    .where(and(eq(news.kind, "lifecycle"), visibleInterfaces(ctx.scope), or(isNull(news.operationKey), ctx.scope.seesInternalParts ? not(isNarrowed) : undefined), condition))
    .orderBy(desc(news.createdAt), desc(news.id))
    .limit(entriesMax);
  return rows.map(({ id, kind, title, detail, path, actorName, createdAt }) => ({
    key: `news/${id}`, title, path, publishedAt: createdAt, updatedAt: createdAt, author: actorName, categories: [kind], summary: plainWords((detail.lines ?? []).join(" ")) || title,
  }));
}
