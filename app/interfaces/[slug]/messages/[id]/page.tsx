import type { Metadata } from "next";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { MessagePage } from "#components/interface/message-page.tsx";
import { getMessage } from "#lib/catalog/get-message.ts";
import { loadInterface, oncePerRequest, placeOf } from "../../address.ts";

type Props = PageProps<"/interfaces/[slug]/messages/[id]">;

const open = oncePerRequest(getMessage);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug, id } = await params;
  const { message } = await open(placeOf(slug, await searchParams), id);
  return { title: `${message.title ?? message.name} (message)` };
}

export default async function MessageRoute({ params, searchParams }: Props) {
  const { slug, id } = await params;
  const place = placeOf(slug, await searchParams);
  const [{ head }, { message, channels, schemas }] = await Promise.all([loadInterface(place, `/messages/${id}`), open(place, id)]);
  return (
    <InterfaceFrame head={head} tab="channels" deep>
      <MessagePage place={place} message={message} channels={channels} schemas={new Map(Object.entries(schemas))} />
    </InterfaceFrame>
  );
}
