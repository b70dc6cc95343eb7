import type { AddressedTopic, NewsKind } from "#db/schema/notify/words.ts";

/** Which setting a piece of news falls under when it is addressed to a person or their team. */
export function topicOf(kind: NewsKind | "test"): AddressedTopic {
  if (kind === "comment" || kind === "proposal") return "questions";
  return kind === "access" || kind === "ownership" || kind === "endpoint" ? "requests" : "used";
}
