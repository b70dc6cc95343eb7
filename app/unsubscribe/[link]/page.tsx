import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { changeByLink } from "#app/settings/notifications/notification-actions.ts";
import { UnsubscribePage } from "#components/notifications/unsubscribe-page.tsx";
import { readSignedLink } from "#lib/notify/links/signed-link.ts";

export const metadata: Metadata = { title: "End a subscription", robots: { index: false } };

export default async function UnsubscribeLinkPage({ params }: PageProps<"/unsubscribe/[link]">) {
  const { link } = await params;
  if (readSignedLink(link) === null) notFound();
  return <UnsubscribePage link={link} change={changeByLink} />;
}
