import type { Executor } from "#db/client.ts";
import type { NewsInput } from "#lib/notify/record-news.ts";
import { maySee, scopeOfTeam } from "#lib/notify/recipients/scope-of-recipient.ts";
import { ownershipUrl } from "../urls/ownership-url.ts";

type Owned = { subject: "interface" | "service"; id: number; slug: string };

/**
 * How a team is told of an offer. News of an interface reaches only those who may see it, and a team is offered what it
 * cannot see yet: then the news is of no interface, names it by the title that its owner told, and leads to the list of offers.
 */
export async function toldOfOffer(tx: Executor, teamId: number | null, owned: Owned): Promise<Pick<NewsInput, "path" | "toTeams" | "interfaceId" | "serviceId">> {
  const toTeams = teamId === null ? [] : [teamId];
  if (owned.subject === "service") return { path: ownershipUrl(owned), toTeams, serviceId: owned.id };
  const isSeen = teamId === null || (await maySee(tx, scopeOfTeam(teamId), owned.id));
  return isSeen ? { path: ownershipUrl(owned), toTeams, interfaceId: owned.id } : { path: "/ownership", toTeams };
}
