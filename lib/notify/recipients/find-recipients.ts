import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Why } from "#db/schema/notify/inbox-items.ts";
import type { news } from "#db/schema/notify/news.ts";
import type { ChannelChoice, Frequency } from "#db/schema/notify/words.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { isExcepted } from "./is-excepted.ts";
import { matchingSubscriptions, type Subscription } from "./matching-subscriptions.ts";
import { findRecipient, maySee, scopeOfPerson, scopeOfTeam } from "./scope-of-recipient.ts";
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
  const people = new Map<string, Promise<number[] | null>>();
  /** The teams of a person who may be told, else `null`. */
  const admit = (userId: string): Promise<number[] | null> => {
    const known = people.get(userId) ?? admitPerson(tx, item, userId);
    people.set(userId, known);
    return known;
  };
  const add = (recipient: Recipient): void => {
    const key = recipient.channel === "endpoint" ? `endpoint ${recipient.endpointId}` : `${recipient.channel} ${recipient.userId}`;
    const known = told.get(key);
    if (!known || weight(recipient.why) > weight(known.why)) told.set(key, recipient);
  };

  for (const { userId, sentence } of await addressees(tx, item)) {
    if ((await admit(userId)) === null) continue;
    const why: Why = { sentence, subscriptionId: null };
    add({ channel: "inbox", userId, why });
    add({ channel: "email", userId, why, frequency: "at-once" });
  }
  const facts = await versionFacts(tx, item.comparisonId);
  for (const { subscription, follows } of await matchingSubscriptions(tx, item)) {
    const ofTeam = subscription.teamId;
    for (const userId of await subscribersOf(tx, subscription)) {
      const teamIds = await admit(userId);
      if (teamIds === null) continue;
      const why = wants(subscription, item, facts, follows, ofTeam === null ? teamIds : [ofTeam]);
      if (why) for (const choice of subscription.channels) if (choice.kind !== "endpoint") add(toPerson(choice, userId, why, subscription.frequency));
    }
    const endpointIds = subscription.channels.flatMap((choice) => (choice.kind === "endpoint" ? [choice.endpointId] : []));
    if (endpointIds.length === 0) continue;
    const teamIds = ofTeam === null ? await admit(subscription.userId ?? "") : (await maySee(tx, scopeOfTeam(ofTeam), item.interfaceId)) ? [ofTeam] : null;
    const why = teamIds && wants(subscription, item, facts, follows, teamIds);
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

async function admitPerson(tx: Transaction, item: News, userId: string): Promise<number[] | null> {
  if (userId === item.actorUserId) return null;
  const person = await findRecipient(tx, userId);
  if (!person || !(await maySee(tx, scopeOfPerson(person), item.interfaceId))) return null;
  return person.teams.map(({ id }) => id);
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
