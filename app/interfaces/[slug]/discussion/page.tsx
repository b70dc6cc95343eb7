import type { Metadata } from "next";
import { DiscussionPage } from "#components/feedback/discussion-page.tsx";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { may } from "#lib/auth/authorize.ts";
import { requestContext } from "#lib/auth/request-context.ts";
import { listThreads } from "#lib/catalog/feedback/list-threads.ts";
import { first, found, loadInterface, placeOf } from "../address.ts";
import { discuss } from "./discuss.ts";

type Props = PageProps<"/interfaces/[slug]/discussion">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { detail } = await loadInterface(placeOf((await params).slug, await searchParams), "/discussion");
  return { title: `Discussion · ${detail.title}` };
}

export default async function DiscussionRoute({ params, searchParams }: Props) {
  const query = await searchParams;
  const place = placeOf((await params).slug, query);
  const ctx = await requestContext();
  const state = (["open", "answered", "resolved"] as const).find((known) => known === first(query.state)) ?? null;
  const spot = { operation: first(query.operation) ?? undefined, message: first(query.message) ?? undefined, change: first(query.change) ?? undefined };
  const [{ head }, threads] = await Promise.all([
    loadInterface(place, "/discussion"),
    found(listThreads({ ctx, input: { slug: place.slug, ...spot, state: state ?? undefined, cursor: first(query.cursor) ?? undefined } })),
  ]);
  return (
    <InterfaceFrame head={head} tab="discussion">
      <DiscussionPage threads={threads} state={state} mayWrite={may(ctx, "feedback.write")} signInHref={`/sign-in?next=/interfaces/${encodeURIComponent(place.slug)}/discussion`} action={discuss} />
    </InterfaceFrame>
  );
}
