import { and, eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { savedSearches } from "#db/schema/people/saved-searches.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import type { Scope } from "#lib/auth/scope.ts";
import { matchesInterface } from "#lib/search/matches-interface.ts";
import type { Matching } from "./matching-subscriptions.ts";
import { notMuted } from "./not-muted.ts";
import { findPeople, scopeOfPerson, scopeOfTeam } from "./scope-of-recipient.ts";

/** Every subscription to a saved search that finds something of an interface as it is now, for what its follower may see. */
export async function matchingSearches(tx: Executor, interfaceId: number): Promise<Matching[]> {
  const rows = await tx
    .select({ subscription: subscriptions, name: savedSearches.name, place: savedSearches.place, query: savedSearches.query })
    .from(subscriptions)
    .innerJoin(savedSearches, eq(savedSearches.id, subscriptions.subjectId))
    .where(and(eq(subscriptions.subject, "search"), notMuted));
  if (rows.length === 0) return [];
  const people = await findPeople(tx, rows.flatMap(({ subscription }) => subscription.userId ?? []));
  const asked = rows.flatMap((row) => {
    const { userId, teamId } = row.subscription;
    const person = userId === null ? undefined : people.get(userId);
    const scope: Scope | null = teamId !== null ? scopeOfTeam(teamId) : person ? scopeOfPerson(person) : null;
    return scope ? [{ ...row, scope }] : [];
  });
  const answers = await matchesInterface(tx, interfaceId, asked.map(({ place, query, scope }) => ({ place, query, scope })));
  return asked.filter((_, index) => answers[index]).map(({ subscription, name }) => ({ subscription, follows: `the search “${name}”` }));
}
