import { z } from "zod";
import { eventKinds, frequencies } from "#db/schema/notify/words.ts";

export { eventKinds, frequencies };

export const ChannelInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("inbox") }),
  z.object({ kind: z.literal("email") }),
  z.object({ kind: z.literal("endpoint"), endpointId: z.number().int() }),
]);

export const subjects = ["interface", "service", "team", "operation", "message", "tag", "search"] as const;

/** What to follow, what to hear of, where and how often. */
export const SubscriptionInput = z.object({
  subject: z.enum(subjects).describe("What is followed."),
  slug: z.string().max(200).optional().describe("Of the interface, service or team; for an operation or message that of its interface."),
  key: z.string().max(1_000).optional().describe("The operation (`GET /orders/{id}`), the message, the tag, or the number of a saved search of yours."),
  team: z.string().max(200).optional().describe("Slug of the team that follows; otherwise you do."),
  events: z.array(z.enum(eventKinds)).min(1, "say at least one thing to hear of").max(eventKinds.length).default(["breaking", "lifecycle"]),
  channels: z.array(ChannelInput).min(1, "say at least one place to be told at").max(20).default([{ kind: "inbox" }]),
  frequency: z.enum(frequencies).default("at-once"),
});
export type SubscriptionInput = z.input<typeof SubscriptionInput>;
