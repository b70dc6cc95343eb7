import { and, desc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { ratings } from "#db/schema/feedback/ratings.ts";
import { threads } from "#db/schema/feedback/threads.ts";
import { teams } from "#db/schema/people/teams.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { seesSpot } from "./sees-spot.ts";
import { wordsOf } from "./list-threads.ts";

export type FeedbackWork = Awaited<ReturnType<typeof listFeedbackWork>>;
export type WorkOfInterface = FeedbackWork["interfaces"][number];

const rowsMax = 500;

/**
 * What waits for the owners of interfaces: questions and remarks that are open, and pages that did not answer what somebody
 * came for. Of one's own teams; of one of them; of everything for an administrator who asks for no team.
 */
export async function listFeedbackWork({ ctx, input }: { ctx: Ctx; input: { team?: string | undefined } }) {
  authorize(ctx, "feedback.work");
  const where = and(visibleInterfaces(ctx.scope), isNull(interfaces.retiredAt), await owned(ctx, input.team));
  const subject = { id: interfaces.id, slug: interfaces.slug, title: interfaces.title, ownerTeamId: interfaces.ownerTeamId, teamSlug: teams.slug, teamName: teams.name };
  const [open, poor] = await Promise.all([
    ctx.db
      .select({ subject, thread: { id: threads.id, place: threads.place, key: threads.key, label: threads.label, kind: threads.kind, createdAt: threads.createdAt, changedAt: threads.changedAt } })
      .from(threads)
      .innerJoin(interfaces, eq(interfaces.id, threads.interfaceId))
      .leftJoin(teams, eq(teams.id, interfaces.ownerTeamId))
      .where(and(where, eq(threads.state, "open")))
      .orderBy(threads.createdAt)
      .limit(rowsMax),
    ctx.db
      .select({ subject, rating: { id: ratings.id, place: ratings.place, key: ratings.key, label: ratings.label, words: ratings.words, authorName: ratings.authorName, changedAt: ratings.changedAt } })
      .from(ratings)
      .innerJoin(interfaces, eq(interfaces.id, ratings.interfaceId))
      .leftJoin(teams, eq(teams.id, interfaces.ownerTeamId))
      .where(and(where, eq(ratings.answered, false), isNull(ratings.settledAt)))
      .orderBy(desc(ratings.changedAt))
      .limit(rowsMax),
  ]);
  const words = await wordsOf(ctx, open.map(({ thread }) => thread.id));
  type Entry = { slug: string; title: string; team: { slug: string; name: string } | null; threads: ((typeof open)[number]["thread"] & { title: string; authorName: string; replies: number })[]; ratings: (typeof poor)[number]["rating"][] };
  const found = new Map<number, Entry>();
  const entryOf = ({ id, slug, title, teamSlug, teamName }: (typeof open)[number]["subject"]): Entry => {
    const entry = found.get(id) ?? { slug, title, team: teamSlug !== null && teamName !== null ? { slug: teamSlug, name: teamName } : null, threads: [], ratings: [] };
    found.set(id, entry);
    return entry;
  };
  const seeing = new Map<number, Awaited<ReturnType<typeof seesSpot>>>();
  const sees = async (row: (typeof open)[number]["subject"]) => {
    const known = seeing.get(row.id) ?? (await seesSpot(ctx, row));
    seeing.set(row.id, known);
    return known;
  };
  for (const { subject: row, thread } of open) {
    if (await (await sees(row))(thread)) entryOf(row).threads.push({ ...thread, ...(words.get(thread.id) ?? { title: "", authorName: "", replies: 0 }) });
  }
  for (const { subject: row, rating } of poor) if (await (await sees(row))(rating)) entryOf(row).ratings.push(rating);
  const all = [...found.values()].sort((a, b) => b.threads.length - a.threads.length || b.ratings.length - a.ratings.length || a.title.localeCompare(b.title));
  return { interfaces: all, teams: await teamsOf(ctx), truncated: open.length === rowsMax || poor.length === rowsMax };
}

/** One's own teams, to choose one of. */
async function teamsOf({ actor, db }: Ctx): Promise<{ slug: string; name: string }[]> {
  if (actor.kind !== "person" || actor.teams.length === 0) return [];
  return db.select({ slug: teams.slug, name: teams.name }).from(teams).where(inArray(teams.id, actor.teams.map(({ id }) => id))).orderBy(teams.name);
}

/** The condition on `interfaces` for those whose work one sees. */
async function owned({ actor, scope, db }: Ctx, slug: string | undefined): Promise<SQL | undefined> {
  const own = scope.seesAll ? undefined : inArray(interfaces.ownerTeamId, actor.kind === "person" && actor.teams.length > 0 ? actor.teams.map(({ id }) => id) : [0]);
  if (slug === undefined) return own;
  const [team] = await db.select({ id: teams.id }).from(teams).where(eq(teams.slug, slug));
  return and(own, eq(interfaces.ownerTeamId, team?.id ?? 0));
}
