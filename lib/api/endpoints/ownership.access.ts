import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { ownershipOffers } from "#db/schema/people/ownership-offers.ts";
import type { AccessRows, Subject } from "#scripts/testing/access/row.ts";
import type { World } from "#scripts/testing/access/world.ts";

const ofInterface = { params: { subject: "interface" } };

async function unowned({ db }: World) {
  const [made] = await db.insert(interfaces).values({ slug: "free", title: "Free", format: "openapi" }).returning({ id: interfaces.id });
  await db.insert(interfaceSlugs).values({ slug: "free", interfaceId: made?.id ?? 0 });
  return { params: { subject: "interface", slug: "free" }, body: { team: "owners" } };
}

async function offered({ db, owners, others, subject }: World & { subject: Subject }) {
  const [offer] = await db.insert(ownershipOffers).values({ subject: "interface", subjectId: subject.id, fromTeamId: others.id, toTeamId: owners.id, offeredBy: "Ada" }).returning({ id: ownershipOffers.id });
  return { params: { id: String(offer?.id) }, body: { decision: "declined" } };
}

export default {
  "GET /ownership": "people",
  "GET /ownership/offers": "people",
  // Of two teams whose offer it is not, there is none.
  "PATCH /ownership/offers/{id}": { for: "maintainers", of: "none", given: offered, but: { outsider: "none" } },
  "PUT /ownership/codeowners": { for: "uploaders", given: { body: { repository: "git.example/shop", text: "* @owners" } } },
  "GET /ownership/{subject}/{slug}": { for: "readers", of: "interface", given: ofInterface },
  "POST /ownership/{subject}/{slug}/claim": { for: "members", of: "none", given: unowned },
  "POST /ownership/{subject}/{slug}/confirm": { for: "members", of: "interface", given: ofInterface },
  "POST /ownership/{subject}/{slug}/offer": { for: "maintainers", of: "interface", given: { ...ofInterface, body: { team: "others" } } },
  "GET /interfaces/{slug}/part-owners": "readers",
} satisfies AccessRows;
