import type { Metadata } from "next";
import { InboxPage } from "#components/inbox/inbox-page.tsx";
import { changeAddressedNews, changeSubscription, markInbox } from "#app/settings/notifications/notification-actions.ts";
import { personContext } from "#lib/auth/request-context.ts";
import { countUnread, listInbox, newsKinds } from "#lib/catalog/inbox/list-inbox.ts";

export const metadata: Metadata = { title: "Inbox" };

export default async function Inbox({ searchParams }: PageProps<"/inbox">) {
  const ctx = await personContext();
  const query = await searchParams;
  const one = <T extends string>(value: string | string[] | undefined, known: readonly T[]): T | undefined => known.find((candidate) => candidate === value);
  const filter = {
    box: one(query.box, ["unread", "all", "archived"] as const) ?? ("unread" as const),
    kind: one(query.kind, newsKinds),
    impact: one(query.impact, ["broken", "at risk", "unknown"] as const),
    interface: typeof query.interface === "string" ? query.interface : undefined,
    before: Number(query.before) || undefined,
  };
  const [inbox, unread] = await Promise.all([listInbox({ ctx, input: filter }), countUnread({ ctx })]);
  return <InboxPage inbox={inbox} unread={unread} filter={filter} mark={markInbox} change={changeSubscription} changeAddressed={changeAddressedNews} />;
}
