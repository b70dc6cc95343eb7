import { services } from "#db/schema/catalog/services.ts";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import { endSubscriptionUrl } from "#lib/notify/links/signed-link.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";
import type { World } from "#scripts/testing/access/world.ts";

async function subscriptionOf({ db, owners }: World): Promise<number> {
  const [row] = await db.insert(subscriptions).values({ teamId: owners.id, subject: "tag", subjectKey: "orders", events: ["version"], channels: [{ kind: "inbox" }] }).returning({ id: subscriptions.id });
  return row?.id ?? 0;
}

export default {
  "page /settings/notifications": "people",
  "page /settings/notifications/endpoints/[id]": {
    for: "members",
    else: "none",
    but: { anonymous: "sign-in", administrator: "none" },
    session: true,
    given: async ({ db, owners }) => {
      const [row] = await db.insert(endpoints).values({ teamId: owners.id, kind: "webhook", name: "x", url: "http://127.0.0.1:1/", secret: "whsec_AAAA" }).returning({ id: endpoints.id });
      return { params: { id: String(row?.id) } };
    },
  },
  "page /unsubscribe/[link]": { for: "anyone", given: async (world) => ({ params: { link: endSubscriptionUrl(await subscriptionOf(world)).split("/").at(-1) ?? "" } }) },
  "page /inbox": "people",
  "action app/settings/notifications/notification-actions.ts#follow": { for: "people", given: { form: { subject: "tag", key: "orders", events: ["version"], channels: ["inbox"] } } },
  "action app/settings/notifications/notification-actions.ts#followAllUsed": {
    for: "people",
    given: async ({ db }) => {
      await db.insert(services).values({ slug: "uses-things", title: "Uses things" });
      return { form: { service: "uses-things", channels: ["inbox"] } };
    },
    audited: false,
  },
  "action app/settings/notifications/notification-actions.ts#changeSubscription": { for: "members", else: "none", but: { anonymous: "sign-in" }, given: async (world) => ({ form: { id: String(await subscriptionOf(world)), change: "end" } }) },
  "action app/settings/notifications/notification-actions.ts#changeAddressedNews": { for: "people", given: { form: { topic: "questions", email: "off" } } },
  "action app/settings/notifications/notification-actions.ts#changeByLink": { for: "anyone", session: false, given: async (world) => ({ form: { link: endSubscriptionUrl(await subscriptionOf(world)).split("/").at(-1) ?? "", change: "end" } }) },
  "action app/settings/notifications/notification-actions.ts#changeEndpoint": { for: "people", given: { form: { change: "add", kind: "webhook", name: "x", url: "https://example.com/hook" } } },
  "action app/settings/notifications/notification-actions.ts#changeFeeds": { for: "people", given: { form: { change: "add", name: "My reader" } } },
  "action app/settings/notifications/notification-actions.ts#markInbox": { for: "people", given: { form: { mark: "read" } }, audited: false },
} satisfies AccessRows;
