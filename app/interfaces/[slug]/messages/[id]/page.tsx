import type { Metadata } from "next";
import { PageFeedback } from "#components/feedback/page-feedback.tsx";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { MessagePage } from "#components/interface/message-page.tsx";
import { OperationSide } from "#components/operation/operation-side.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listConsumers } from "#lib/catalog/dependencies/list-consumers.ts";
import { listOperations } from "#lib/catalog/parts/list-operations.ts";
import { found, loadInterface, placeOf } from "../../address.ts";
import { consumersOf } from "../../consumers-of.ts";
import { discuss } from "../../discussion/discuss.ts";
import { openPart } from "../../open-part.ts";

type Props = PageProps<"/interfaces/[slug]/messages/[id]">;

const open = openPart.message;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug, id } = await params;
  const { message } = await open(placeOf(slug, await searchParams), id);
  return { title: `${message.title ?? message.name} (message)` };
}

export default async function MessageRoute({ params, searchParams }: Props) {
  const { slug, id } = await params;
  const place = placeOf(slug, await searchParams);
  const ctx = await requestContext();
  const [{ detail, head }, operations, [{ message, channels, schemas }, { items }]] = await Promise.all([
    loadInterface(place, `/messages/${id}`),
    found(listOperations({ ctx, input: place })),
    open(place, id).then((opened) => Promise.all([opened, found(listConsumers({ ctx, input: { slug: place.slug, message: opened.message.name } }))])),
  ]);
  // Who names an operation and no message of it speaks of others.
  const consumers = consumersOf(detail, items.filter(({ operationKey, message: named }) => named !== null || operationKey === null), "message");
  return (
    <InterfaceFrame head={head} tab="channels" deep>
      <OperationSide place={place} operations={operations} tags={detail.facts.tags} current={null}>
        <MessagePage place={place} message={message} channels={channels} schemas={new Map(Object.entries(schemas))} consumers={consumers} foot={<PageFeedback key={message.name} slug={place.slug} spot={{ place: "message", key: message.name }} action={discuss} />} />
      </OperationSide>
    </InterfaceFrame>
  );
}
