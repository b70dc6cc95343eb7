import type { Channel, NormalizedSpec, Operation, Server } from "../spec/normalized-spec.ts";

/** Who does what on a channel, as one document says it; one for each message, or one without where it names none. */
export type Participation = {
  action: "send" | "receive";
  /** Address with parameter names erased. */
  address: string;
  protocol: string | null;
  /** A real broker's host[:port]; `null` where the document names none, a placeholder or localhost. */
  host: string | null;
  operationKey: string;
  message: string | null;
  file: string;
  pointer: string;
};

/** Channels of unknown address take no part: they join nothing. */
export function participationsOf(spec: NormalizedSpec): Participation[] {
  const channels = new Map(spec.channels.map((channel) => [channel.id, channel]));
  return spec.operations.flatMap((operation) => {
    const channel = operation.channel === null ? undefined : channels.get(operation.channel);
    return operation.kind === "event" && channel ? ofOperation(spec, operation, channel) : [];
  });
}

function ofOperation(spec: NormalizedSpec, operation: Operation, channel: Channel): Participation[] {
  if (channel.address === null || (operation.action !== "send" && operation.action !== "receive")) return [];
  const base = {
    action: operation.action,
    address: channel.address.replace(/\{[^}]*\}/g, "{}"),
    operationKey: operation.key,
    file: operation.file,
    pointer: operation.pointer,
  } as const;
  const messages: (string | null)[] = operation.messages.length > 0 ? operation.messages : [null];
  return placesOf(spec.servers, channel).flatMap((place) => messages.map((message) => ({ ...base, ...place, message })));
}

function placesOf(servers: Server[], channel: Channel): { protocol: string | null; host: string | null }[] {
  const own = servers.filter((server) => server.name !== null && channel.servers.includes(server.name));
  if (own.length === 0) return [{ protocol: null, host: null }];
  const places = own.map((server) => ({ protocol: server.protocol, host: server.placeholder ? null : server.host }));
  return [...new Map(places.map((place) => [`${place.protocol} ${place.host}`, place])).values()];
}
