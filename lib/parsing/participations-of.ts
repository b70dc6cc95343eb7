import { type BrokerPlace, brokerPlaces } from "../spec/broker-place.ts";
import type { Channel, NormalizedSpec, Operation, Server } from "../spec/normalized-spec.ts";

/** Who does what on a channel, as one document says it; one for each message, or one without where it names none. */
export type Participation = BrokerPlace & {
  action: "send" | "receive";
  /** Address with parameter names erased. */
  address: string;
  operationKey: string;
  message: string | null;
  /** On the channel of an operation's `reply`: who receives a request sends its answer. */
  reply: boolean;
  file: string;
  pointer: string;
  /** The file of the upload that defines the channel, where it is not the document itself. */
  definedIn: string | null;
};

/** What taking part is read from. */
export type ParticipationSource = Pick<NormalizedSpec, "root"> & {
  servers: Pick<Server, "name" | "protocol" | "host" | "placeholder">[];
  channels: Pick<Channel, "id" | "address" | "servers" | "file">[];
  operations: Pick<Operation, "kind" | "action" | "key" | "channel" | "messages" | "reply" | "file" | "pointer">[];
};

/** Channels of unknown address take no part: they join nothing. */
export function participationsOf(spec: ParticipationSource): Participation[] {
  const channels = new Map(spec.channels.map((channel) => [channel.id, channel]));
  return spec.operations.flatMap((operation) => {
    const { action, reply } = operation;
    if (operation.kind !== "event" || (action !== "send" && action !== "receive")) return [];
    const answer = reply && reply.channel !== null && reply.channel !== operation.channel ? takePart(spec, operation, channels.get(reply.channel), reply.messages, action === "send" ? "receive" : "send", true) : [];
    return [...takePart(spec, operation, operation.channel === null ? undefined : channels.get(operation.channel), operation.messages, action, false), ...answer];
  });
}

function takePart(spec: ParticipationSource, operation: ParticipationSource["operations"][number], channel: ParticipationSource["channels"][number] | undefined, named: string[], action: "send" | "receive", reply: boolean): Participation[] {
  if (!channel || channel.address === null) return [];
  const base = {
    action,
    address: channel.address.replace(/\{[^}]*\}/g, "{}"),
    operationKey: operation.key,
    reply,
    file: operation.file,
    pointer: operation.pointer,
    definedIn: channel.file === spec.root ? null : channel.file,
  };
  const messages: (string | null)[] = named.length > 0 ? named : [null];
  return placesOf(spec.servers, channel).flatMap((place) => messages.map((message) => ({ ...base, ...place, message })));
}

/** Where a channel of a document lives; one place of which nothing is known where no server is named. */
export function placesOf(servers: ParticipationSource["servers"], channel: Pick<Channel, "servers">): BrokerPlace[] {
  const own = servers.filter((server) => server.name !== null && channel.servers.includes(server.name));
  return own.length === 0 ? [{ protocol: null, host: null, saidHost: null, server: null }] : own.flatMap(brokerPlaces);
}
