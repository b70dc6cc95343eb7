import type { FollowWishes } from "./follow-form.tsx";

const inbox = { channels: [{ kind: "inbox" }], frequency: "at-once" } as const satisfies Partial<FollowWishes>;

/** What a form offers first: of what one may use, what breaks one's own; of a search, whatever it finds anew. */
export function usualWishes(subject: string): FollowWishes {
  if (subject === "search") return { ...inbox, events: ["version", "lifecycle"] };
  return { ...inbox, events: subject === "team" || subject === "service" || subject === "tag" ? ["breaking", "lifecycle"] : ["breaks-me", "unknown", "breaking", "lifecycle"] };
}
