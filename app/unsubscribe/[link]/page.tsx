import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { changeByLink } from "#app/settings/notifications/notification-actions.ts";
import { UnsubscribePage } from "#components/notifications/unsubscribe-page.tsx";
import { visitorContext } from "#lib/auth/request-context.ts";
import { nameOfLink } from "#lib/catalog/subscriptions/name-of-link.ts";

export const metadata: Metadata = { title: "End a subscription", robots: { index: false } };

export default async function UnsubscribeLinkPage({ params }: PageProps<"/unsubscribe/[link]">) {
  const { link } = await params;
  const named = await nameOfLink({ ctx: await visitorContext(), input: { link } });
  if (named === null) notFound();
  return <UnsubscribePage link={link} named={named} change={changeByLink} />;
}
