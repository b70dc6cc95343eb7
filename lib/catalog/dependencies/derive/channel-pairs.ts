/** One operation of a current version on a channel, with the service that stands behind it. */
export type ChannelPart = {
  interfaceId: number;
  serviceId: number | null;
  action: "send" | "receive";
  line: string | null;
  operationKey: string;
  reply: boolean;
  /** Ids of messages and their names; empty where the document names none. */
  messages: { id: string; name: string; digest?: string | null }[];
};
export type ChannelOwnership = { owner: string | null; flow: "event" | "command" | "unknown" };
/** Who uses whom: `user` the operation of `used`; `messages` null means any of them. */
export type ChannelPair = { user: ChannelPart; used: ChannelPart; flow: "event" | "command"; messages: string[] | null };

/** Several documents of one service are one; a document without a service stands for itself. */
export function participantOf({ serviceId, interfaceId }: { serviceId: number | null; interfaceId: number }): string {
  return serviceId === null ? `interface ${interfaceId}` : `service ${serviceId}`;
}

/**
 * Who owns a channel: its sole receiver where that answers requests there; the sole sender of an event; the sole receiver
 * of what several send, a command; else whoever is named.
 */
export function ownershipOf(parts: Pick<ChannelPart, "interfaceId" | "serviceId" | "action">[], { answers = false, named = null }: { answers?: boolean; named?: string | null } = {}): ChannelOwnership {
  const of = (action: string) => [...new Set(parts.filter((part) => part.action === action).map(participantOf))];
  const [senders, receivers] = [of("send"), of("receive")];
  const [sender, receiver] = [senders[0] ?? null, receivers[0] ?? null];
  if (answers && receivers.length === 1) return { owner: receiver, flow: "command" };
  if (senders.length === 1) return { owner: sender, flow: "event" };
  if (senders.length > 1 && receivers.length === 1) return { owner: receiver, flow: "command" };
  return { owner: named, flow: "unknown" };
}

/**
 * Each sender with each receiver, as one that uses and one that is used. What receives uses the emitter, unless the
 * channel is a command of that receiver. One's own channel is no use, and who waits for the answer to its request already
 * uses the one who answers.
 */
export function channelPairs(parts: ChannelPart[], { owner, flow }: ChannelOwnership, concerns: (sender: ChannelPart, receiver: ChannelPart) => boolean = () => true): ChannelPair[] {
  const senders = parts.filter(({ action }) => action === "send");
  const receivers = parts.filter(({ action, reply }) => action === "receive" && !reply);
  return senders.flatMap((sender) => receivers.flatMap((receiver): ChannelPair[] => {
    if (participantOf(sender) === participantOf(receiver) || sender.interfaceId === receiver.interfaceId || !concerns(sender, receiver)) return [];
    const isCommand = flow !== "event" && owner === participantOf(receiver);
    const [user, used] = isCommand ? [sender, receiver] : [receiver, sender];
    return [{ user, used, flow: isCommand ? "command" : "event", messages: messagesInCommon(used, user) }];
  }));
}

/** Ids of the used side's messages that the user knows, by name or, where no name is equal, by schema; null where it is all of them or cannot be told. */
export function messagesInCommon(used: Pick<ChannelPart, "messages">, user: Pick<ChannelPart, "messages">): string[] | null {
  if (used.messages.length === 0 || user.messages.length === 0) return null;
  const names = new Set(user.messages.flatMap(({ id, name }) => [id, name]));
  const digests = new Set(user.messages.map(({ digest }) => digest));
  const byName = used.messages.filter(({ id, name }) => names.has(name) || names.has(id));
  const common = byName.length > 0 ? byName : used.messages.filter(({ digest }) => digest && digests.has(digest));
  return common.length === 0 || common.length === used.messages.length ? null : common.map(({ id }) => id);
}

/** Whether two sides that both name messages have none in common by name: then their schemas have to be looked at. */
export function namesDiffer(one: Pick<ChannelPart, "messages">, other: Pick<ChannelPart, "messages">): boolean {
  const names = new Set(other.messages.flatMap(({ id, name }) => [id, name]));
  return one.messages.length > 0 && names.size > 0 && !one.messages.some(({ id, name }) => names.has(name) || names.has(id));
}
