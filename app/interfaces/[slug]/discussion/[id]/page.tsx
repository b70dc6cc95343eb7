import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { ThreadPage } from "#components/feedback/thread-page.tsx";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { discussionUrl } from "#lib/catalog/urls/discussion-url.ts";
import { getThread } from "#lib/catalog/feedback/get-thread.ts";
import { found, loadInterface, placeOf } from "../../address.ts";
import { discuss } from "../discuss.ts";

type Props = PageProps<"/interfaces/[slug]/discussion/[id]">;

// The title of the page asks for it as well as the page.
const open = cache(async (id: string) => {
  if (!/^[1-9]\d{0,14}$/.test(id)) notFound();
  return found(getThread({ ctx: await requestContext(), input: { id: Number(id) } }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const thread = await open((await params).id);
  return { title: `${thread.kind === "question" ? "Question" : "Remark"} · ${thread.title}` };
}

export default async function ThreadRoute({ params }: Props) {
  const { slug, id } = await params;
  const thread = await open(id);
  const place = placeOf(slug, {});
  if (thread.slug !== place.slug) permanentRedirect(discussionUrl({ slug: thread.slug, thread: thread.id }));
  const { head } = await loadInterface(place, `/discussion/${id}`);
  return (
    <InterfaceFrame head={head} tab="discussion" deep>
      <ThreadPage thread={thread} signInHref={`/sign-in?next=/interfaces/${encodeURIComponent(place.slug)}/discussion`} action={discuss} />
    </InterfaceFrame>
  );
}
