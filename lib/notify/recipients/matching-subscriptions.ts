import { and, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { provides } from "#db/schema/catalog/provides.ts";
import { services } from "#db/schema/catalog/services.ts";
import { operations } from "#db/schema/document/operations.ts";
import { versions } from "#db/schema/document/versions.ts";
import type { news } from "#db/schema/notify/news.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import { teams } from "#db/schema/people/teams.ts";
import { spelledInInterface } from "../words/spelled-operation.ts";
import { matchingSearches } from "./matching-searches.ts";
import { notMuted } from "./not-muted.ts";

export type Subscription = typeof subscriptions.$inferSelect;
type News = typeof news.$inferSelect;
export type Matching = { subscription: Subscription; follows: string };

/** Every subscription that is not muted and follows what a piece of news is about, with the name of what it follows. */
export async function matchingSubscriptions(tx: Executor, item: News): Promise<Matching[]> {
  const subject = await subjectOf(tx, item);
  const ways = [
    item.interfaceId === null ? undefined : and(inArray(subscriptions.subject, ["interface", "operation", "message"]), eq(subscriptions.subjectId, item.interfaceId)),
    of("service", [...subject.services.keys()]),
    of("team", [...subject.teams.keys()]),
    subject.tags.length === 0 ? undefined : and(eq(subscriptions.subject, "tag"), inArray(sql`lower(${subscriptions.subjectKey})`, subject.tags)),
  ].filter((way): way is SQL => way !== undefined);
  if (ways.length === 0) return [];
  const searches = item.interfaceId === null ? [] : await matchingSearches(tx, item.interfaceId);
  const rows = await tx.select({ subscription: subscriptions, spelled: spelledInInterface(subscriptions.subjectId, subscriptions.subjectKey) }).from(subscriptions).where(and(or(...ways), notMuted)).orderBy(subscriptions.id);
  return [...rows.map(({ subscription, spelled }) => ({ subscription, follows: nameOf({ ...subscription, spelled }, subject) })), ...searches];
}

function of(subject: "service" | "team", ids: number[]): SQL | undefined {
  return ids.length === 0 ? undefined : and(eq(subscriptions.subject, subject), inArray(subscriptions.subjectId, ids));
}

type Subject = { title: string; services: Map<number, string>; teams: Map<number, string>; tags: string[] };

/** What a piece of news is about, and all that contains it. */
async function subjectOf(tx: Executor, item: News): Promise<Subject> {
  const found: Subject = { title: "", services: new Map(), teams: new Map(), tags: [] };
  const interfaceId = item.interfaceId;
  if (interfaceId !== null) {
    const [row] = await tx.select({ title: interfaces.title, ownerTeamId: interfaces.ownerTeamId, team: teams.name }).from(interfaces).leftJoin(teams, eq(teams.id, interfaces.ownerTeamId)).where(eq(interfaces.id, interfaceId));
    found.title = row?.title ?? "";
    if (row?.ownerTeamId != null) found.teams.set(row.ownerTeamId, row.team ?? "");
    for (const { id, title } of await tx.select({ id: services.id, title: services.title }).from(provides).innerJoin(services, eq(services.id, provides.serviceId)).where(eq(provides.interfaceId, interfaceId))) found.services.set(id, title);
    found.tags = await tagsOf(tx, interfaceId);
  }
  if (item.serviceId !== null) {
    const [row] = await tx.select({ title: services.title }).from(services).where(eq(services.id, item.serviceId));
    found.services.set(item.serviceId, row?.title ?? "");
  }
  if (item.teamId !== null) {
    const [row] = await tx.select({ name: teams.name }).from(teams).where(eq(teams.id, item.teamId));
    found.teams.set(item.teamId, row?.name ?? "");
  }
  return found;
}

/** Tags of the document and of its operations, in lower case, as its current versions have them. */
async function tagsOf(tx: Executor, interfaceId: number): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ tag: sql<string>`lower(tag)` })
    .from(lines)
    .innerJoin(versions, eq(versions.id, lines.currentVersionId))
    .innerJoin(operations, eq(operations.versionId, versions.id))
    .innerJoin(sql`unnest(${operations.tags}) as tag`, sql`true`)
    .where(eq(lines.interfaceId, interfaceId));
  return rows.map(({ tag }) => tag);
}

function nameOf(subscription: Subscription & { spelled: string | null }, subject: Subject): string {
  if (subscription.subject === "service") return `the service ${subject.services.get(subscription.subjectId ?? 0) ?? ""}`;
  if (subscription.subject === "team") return `the team ${subject.teams.get(subscription.subjectId ?? 0) ?? ""}`;
  if (subscription.subject === "tag") return `the tag ${subscription.subjectKey ?? ""}`;
  if (subscription.subject === "interface") return subject.title;
  return `${subscription.spelled ?? ""} of ${subject.title}`;
}
