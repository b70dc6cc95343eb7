import type { OperationView, PagePlace } from "#components/operation/operation-view.ts";
import type { InterfaceDetail } from "#lib/catalog/interfaces/get-interface.ts";
import type { Participant } from "#lib/catalog/channels/get-mesh-channel.ts";
import type { Ending } from "#lib/catalog/lifecycle/get-lifecycle.ts";
import type { Consumer } from "#lib/catalog/dependencies/list-consumers.ts";
import type { GonePart } from "#lib/catalog/parts/last-seen/find-gone-part.ts";
import type { OperationDetail } from "#lib/catalog/parts/get-operation.ts";
import { responseLinks } from "#lib/spec/outline/response-links.ts";
import type { Server } from "#lib/spec/normalized-spec.ts";
import { consumersOf } from "../../consumers-of.ts";

type Listed = { key: string; display: string; action: string; address: string | null; summary: string | null; operationIds: string[] };

/** What the page of an operation shows, out of what the verbs give. */
export function viewOf(place: PagePlace, detail: InterfaceDetail, opened: OperationDetail, operations: Listed[], peers: Participant[], consumers: Consumer[], ending: Ending | null, gone: GonePart | null): OperationView {
  const { operation, channel, messages, schemas } = opened;
  const ofReply = new Set(operation.reply?.messages ?? []);
  const own = new Set(operation.messages);
  return {
    place,
    interfaceTitle: detail.services.length === 1 ? (detail.services[0]?.name ?? detail.title) : detail.title,
    owner: opened.owner && opened.owner.slug !== detail.owner?.slug ? opened.owner : null,
    operation,
    schemas: new Map(Object.entries(schemas)),
    servers: serversOf(operation.servers ?? detail.facts.servers, channel?.servers ?? null),
    securitySchemes: detail.facts.securitySchemes,
    callbacks: operations.filter((candidate) => operation.callbacks.includes(candidate.key)).map(({ key, display, action, address, summary }) => ({ key, name: display.split(" CALLBACK ").at(-1)?.replace(/ \w+$/, "") ?? display, action, address, summary })),
    links: new Map(operation.responses.map(({ status, links }) => [status, responseLinks(links, operations)])),
    channel,
    messages: messages.filter((message) => own.has(message.id)),
    replyMessages: messages.filter((message) => ofReply.has(message.id)),
    peers,
    consumers: consumersOf(detail, consumers, "operationKey"),
    ending,
    moved: opened.movedFrom === null ? null : { from: opened.movedFrom, last: gone?.last ?? null },
  };
}

/** Servers of the document on which a channel lives. */
function serversOf(servers: Server[], names: string[] | null): Server[] {
  if (names === null) return servers;
  return servers.filter((server) => server.name === null || names.includes(server.name));
}
