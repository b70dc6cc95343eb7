import { eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { channels } from "#db/schema/mesh/channels.ts";
import { participations } from "#db/schema/mesh/participations.ts";

/** A service, or, where none is known, the interface that stands for itself. */
export type Participant = { serviceId: number; interfaceId: null } | { serviceId: null; interfaceId: number };
export type ChannelOwner = { flow: "event" | "command" | "unknown"; owner: Participant | null };

/**
 * Who owns a channel: the sole sender owns an event, the sole receiver of what several send a command; otherwise a named
 * owner does, or nobody. Of all who take part, whoever may be seen: ownership is a fact, showing it is the caller's matter.
 */
export async function findChannelOwner(db: Executor, channelId: number): Promise<ChannelOwner> {
  const { serviceId, interfaceId, action } = participations;
  const rows = await db.selectDistinct({ serviceId, interfaceId, action }).from(participations).where(eq(participations.channelId, channelId));
  const senders = distinct(rows.filter((row) => row.action === "send"));
  const receivers = distinct(rows.filter((row) => row.action === "receive"));
  if (senders.length === 1 && senders[0]) return { flow: "event", owner: senders[0] };
  if (senders.length > 1 && receivers.length === 1 && receivers[0]) return { flow: "command", owner: receivers[0] };
  const [named] = await db.select({ serviceId: channels.ownerServiceId }).from(channels).where(eq(channels.id, channelId));
  return { flow: "unknown", owner: named?.serviceId == null ? null : { serviceId: named.serviceId, interfaceId: null } };
}

/** Several documents of one service are one participant. */
function distinct(rows: { serviceId: number | null; interfaceId: number }[]): Participant[] {
  const known = new Map<string, Participant>();
  for (const { serviceId, interfaceId } of rows) {
    const participant: Participant = serviceId === null ? { serviceId: null, interfaceId } : { serviceId, interfaceId: null };
    known.set(`${participant.serviceId} ${participant.interfaceId}`, participant);
  }
  return [...known.values()];
}
