import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Why } from "#db/schema/notify/inbox-items.ts";
import type { news } from "#db/schema/notify/news.ts";
import type { ChannelChoice, Frequency } from "#db/schema/notify/words.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import type { Scope } from "#lib/auth/scope.ts";
import { isQuiet, wishesFor } from "../addressed/addressed-wishes.ts";
import { topicOf } from "../addressed/topic-of.ts";
import { hiddenChanges, withoutChanges } from "./hidden-changes.ts";
import { isExcepted } from "./is-excepted.ts";
import { matchingSubscriptions, type Subscription } from "./matching-subscriptions.ts";
import { findPeople, maySeeNews, scopeOfPerson, scopeOfTeam } from "./scope-of-recipient.ts";
import { versionFacts } from "./version-facts.ts";
import { wants } from "./wants.ts";

type News = typeof news.$inferSelect;
/** One who is told, over one channel. A channel of a person appears once, with the strongest reason. */
export type Recipient =
  | { channel: "inbox"; userId: string; why: Why }
  | { channel: "email"; userId: string; why: Why; frequency: Frequency }
  | { channel: "endpoint"; endpointId: number; why: Why; frequency: Frequency };

/** Who is told of a piece of news now: those asked or mentioned, and those who follow it, as far as they may see it. */
export async function findRecipients(tx: Transaction, item: News): Promise<Recipient[]> {
  const told = new Map<string, Recipient>();
  const addressed = await addressees(tx, item);
  const following = [];
  for (const matching of await matchingSubscriptions(tx, item)) following.push({ ...matching, userIds: await subscribersOf(tx, matching.subscription) });
  const admitted = await admitPeople(tx, item, [...addressed.map(({ userId }) => userId), ...following.flatMap(({ userIds }) => userIds)]);
  const add = (recipient: Recipient): void => {
    const key = recipient.channel === "endpoint" ? `endpoint ${recipient.endpointId}` : `${recipient.channel} ${recipient.userId}`;
    const known = told.get(key);
    const [best, other] = !known || weight(recipient.why) > weight(known.why) ? [recipient, known] : [known, recipient];
    // The strongest reason comes first, and the others are said as well.
    const also = [...new Set([best, other].flatMap((one) => (one ? [one.why.sentence, ...(one.why.also ?? [])] : [])))].filter((sentence) => sentence !== best.why.sentence);
    told.set(key, also.length === 0 ? best : { ...best, why: { ...best.why, also } });
  };

  const wishOf = await wishesFor(tx, addressed.map(({ userId }) => userId), topicOf(item.kind), item.interfaceId);
  for (const { userId, sentence } of addressed) {
    const wish = wishOf(userId);
    if (!admitted.has(userId) || isQuiet(wish)) continue;
    const why: Why = { sentence, subscriptionId: null };
    add({ channel: "inbox", userId, why });
    if (wish.email !== "off") add({ channel: "email", userId, why, frequency: wish.email });
  }
  const facts = await versionFacts(tx, item.comparisonId);
  const hidden = await hiddenChanges(tx, item.interfaceId, item.comparisonId);
  const asked = (subscription: Subscription, follows: string, scope: Scope, teamIds: number[]) => wants(subscription, item, withoutChanges(facts, hidden(scope)), follows, teamIds);
  for (const { subscription, follows, userIds } of following) {
    const ofTeam = subscription.teamId;
    for (const userId of userIds) {
      const scope = admitted.get(userId);
      if (!scope) continue;
      const why = asked(subscription, follows, scope.sees, ofTeam === null ? scope.teamIds : [ofTeam]);
      if (why) for (const choice of subscription.channels) if (choice.kind !== "endpoint") add(toPerson(choice, userId, why, subscription.frequency));
    }
    const endpointIds = subscription.channels.flatMap((choice) => (choice.kind === "endpoint" ? [choice.endpointId] : []));
    if (endpointIds.length === 0) continue;
    const scope = ofTeam === null ? admitted.get(subscription.userId ?? "") : (await maySeeNews(tx, scopeOfTeam(ofTeam), item)) ? { sees: scopeOfTeam(ofTeam), teamIds: [ofTeam] } : undefined;
    const why = scope && asked(subscription, follows, scope.sees, scope.teamIds);
    if (why) for (const endpointId of endpointIds) add({ channel: "endpoint", endpointId, why, frequency: subscription.frequency });
  }
  return [...told.values()];
}

function toPerson(choice: Exclude<ChannelChoice, { kind: "endpoint" }>, userId: string, why: Why, frequency: Frequency): Recipient {
  return choice.kind === "inbox" ? { channel: "inbox", userId, why } : { channel: "email", userId, why, frequency };
}

/** What concerns one's own services says more than that one follows a thing. */
function weight({ impact, subscriptionId }: Why): number {
  if (impact) return { broken: 4, "at risk": 3, unknown: 1 }[impact.verdict];
  return subscriptionId === null ? 2 : 0;
}

type Admitted = { sees: Scope; /** Whose services are one's own: an administrator sees all, and owns what their teams do. */ teamIds: number[] };

/** What those of these people see who may be told: who is there, may see it and did not do it themselves. */
async function admitPeople(tx: Transaction, item: News, userIds: string[]): Promise<Map<string, Admitted>> {
  const people = [...(await findPeople(tx, userIds)).values()].filter(({ id }) => id !== item.actorUserId);
  // Those who may see the same are asked about once.
  const seen = new Map<string, boolean>();
  const admitted = new Map<string, Admitted>();
  for (const person of people) {
    const scope = scopeOfPerson(person);
    const key = JSON.stringify(scope);
    if (!seen.has(key)) seen.set(key, await maySeeNews(tx, scope, item));
    if (seen.get(key)) admitted.set(person.id, { sees: scope, teamIds: person.teams.map(({ id }) => id) });
  }
  return admitted;
}

/** Accounts that are told whatever they follow. */
async function addressees(tx: Transaction, item: News): Promise<{ userId: string; sentence: string }[]> {
  const found = item.toUsers.map((userId) => ({ userId, sentence: "It is addressed to you." }));
  const owner = item.interfaceId === null ? undefined : (await tx.select({ ownerTeamId: interfaces.ownerTeamId }).from(interfaces).where(eq(interfaces.id, item.interfaceId)))[0]?.ownerTeamId;
  for (const teamId of item.toTeams) {
    const sentence = teamId === owner ? "Your team owns the interface." : "It is addressed to your team.";
    for (const userId of await membersOf(tx, teamId)) found.push({ userId, sentence });
  }
  return found;
}

async function subscribersOf(tx: Transaction, { userId, teamId, excepted }: Subscription): Promise<string[]> {
  if (userId !== null) return [userId];
  if (teamId === null) return [];
  return (await membersOf(tx, teamId)).filter((member) => !isExcepted(excepted, member));
}

async function membersOf(tx: Transaction, teamId: number): Promise<string[]> {
  const rows = await tx.select({ userId: memberships.userId }).from(memberships).where(eq(memberships.teamId, teamId));
  return rows.map(({ userId }) => userId);
}
