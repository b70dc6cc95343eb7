import { services } from "#db/schema/catalog/services.ts";
import { deliveries } from "#db/schema/notify/deliveries.ts";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import { endSubscriptionUrl } from "#lib/notify/links/signed-link.ts";
import type { Given } from "#scripts/testing/access/row.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";
import type { World } from "#scripts/testing/access/world.ts";

// What is acted upon belongs to the owning team: its members reach it, others find nothing.
const own = { for: "members", else: "none", but: { anonymous: "sign-in", readToken: "refused", publishToken: "refused", otherToken: "refused", limitedToken: "refused" } } as const;

const subscription = (rest: Given = {}) => async ({ db, owners }: World): Promise<Given> => {
  const [row] = await db.insert(subscriptions).values({ teamId: owners.id, subject: "tag", subjectKey: "orders", events: ["version"], channels: [{ kind: "inbox" }] }).returning({ id: subscriptions.id });
  return { params: { id: String(row?.id) }, ...rest };
};
const address = (rest: Given = {}) => async ({ db, owners }: World): Promise<Given> => {
  const [row] = await db.insert(endpoints).values({ teamId: owners.id, kind: "webhook", name: "x", url: "http://127.0.0.1:1/", secret: "whsec_AAAA" }).returning({ id: endpoints.id });
  return { params: { id: String(row?.id) }, ...rest };
};

export default {
  "GET /subscriptions": "people",
  "POST /subscriptions": { for: "people", given: { body: { subject: "tag", key: "orders" } } },
  "POST /subscriptions/of-uses": {
    for: "people",
    given: async ({ db }) => {
      await db.insert(services).values({ slug: "uses-things", title: "Uses things" });
      return { body: { service: "uses-things" } };
    },
    audited: false,
  },
  "DELETE /subscriptions/{id}": { ...own, given: subscription() },
  "POST /subscriptions/{id}/mute": { ...own, given: subscription({ body: { days: 1 } }) },
  "POST /unsubscribe/{link}": {
    for: "anyone",
    but: { revokedToken: "sign-in", expiredToken: "sign-in" },
    given: async ({ db, owners }) => {
      const { params } = await subscription()({ db, owners } as World);
      return { params: { link: endSubscriptionUrl(Number(params?.["id"])).split("/").at(-1) ?? "" } };
    },
  },
  "GET /inbox": "people",
  "POST /inbox/mark": { for: "people", given: { body: { mark: "read" } }, audited: false },
  "GET /endpoints": "people",
  "POST /endpoints": { for: "people", given: { body: { kind: "webhook", name: "x", url: "https://example.com/hook" } } },
  "PATCH /endpoints/{id}": { ...own, given: address({ body: { on: false } }) },
  "DELETE /endpoints/{id}": { ...own, given: address() },
  "POST /endpoints/{id}/secret": { ...own, given: address() },
  "POST /endpoints/{id}/test": { ...own, given: address(), audited: false },
  "GET /endpoints/{id}/deliveries": { ...own, given: address() },
  "POST /endpoints/{id}/retry": { ...own, given: address(), audited: false },
  "POST /deliveries/{id}/retry": {
    ...own,
    given: async ({ db, owners }) => {
      const { params } = await address()({ db, owners } as World);
      const [row] = await db.insert(deliveries).values({ key: `x ${params?.["id"]}`, channel: "endpoint", endpointId: Number(params?.["id"]), state: "failed" }).returning({ id: deliveries.id });
      return { params: { id: String(row?.id) } };
    },
    audited: false,
  },
} satisfies AccessRows;
