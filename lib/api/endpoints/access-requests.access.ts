import { eq } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { accessRequests } from "#db/schema/lifecycle/access-requests.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { AccessRows, Subject } from "#scripts/testing/access/row.ts";
import type { World } from "#scripts/testing/access/world.ts";

/** A request of a team that is none of the columns. */
export async function requested({ db, subject }: World & { subject: Subject }): Promise<string> {
  const [team] = await db.insert(teams).values({ slug: `${subject.slug}-askers`, name: "Askers" }).returning({ id: teams.id });
  const [request] = await db
    .insert(accessRequests)
    .values({ interfaceId: subject.id, teamId: team?.id ?? 0, purpose: "to see", requestedBy: "person x", requestedByName: "Ada", expiresAt: new Date(Date.now() + 86_400_000) })
    .returning({ id: accessRequests.id });
  return String(request?.id);
}

/** An open interface of the other team that is asked for, and a service of the owners. */
export async function asking({ db, owners, others }: World): Promise<{ slug: string; service: string }> {
  await db.update(interfaces).set({ approvalRequired: true, ownerTeamId: others.id }).where(eq(interfaces.slug, "elsewhere"));
  await db.insert(services).values({ slug: "asking-service", title: "Asking", ownerTeamId: owners.id });
  return { slug: "elsewhere", service: "asking-service" };
}

export default {
  "POST /interfaces/{slug}/access-requests": { for: "members", of: "none", given: async (world) => { const { slug, service } = await asking(world); return { params: { slug }, body: { team: "owners", service, purpose: "to sell" } }; } },
  "GET /access-requests": "people",
  // Requests of others are none.
  "GET /access-requests/{id}": { for: "members", of: "interface", blind: true, else: "none", but: { anonymous: "sign-in", readToken: "refused" }, given: async (world) => ({ params: { id: await requested(world) } }) },
  "POST /access-requests/{id}/answers": { for: "maintainers", of: "interface", given: async (world) => ({ params: { id: await requested(world) }, body: { answer: "approved" } }), but: { anonymous: "none", outsider: "none", other: "none", otherToken: "none", readToken: "none", publishToken: "none", limitedToken: "none" } },
  "PUT /interfaces/{slug}/approval": { for: "maintainers", given: { body: { required: true, note: "Ask us." } } },
} satisfies AccessRows;
