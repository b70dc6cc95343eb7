import type { AddressedTopic } from "#db/schema/notify/words.ts";

/** A topic as its reader knows it. */
export const topicWords: Record<AddressedTopic, string> = {
  questions: "Questions about what my teams own, and mentions",
  used: "What my services use is retired",
  requests: "Requests and offers to my teams",
};
