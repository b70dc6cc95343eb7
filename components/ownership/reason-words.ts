import type { OwnershipReason } from "#lib/catalog/ownership/list-without-owner.ts";
import type { Tone } from "../ui/tone.ts";

/** What a reason is called, and how bad it is. */
export const reasonWords = {
  unowned: { label: "Unowned", tone: "red" },
  "empty-team": { label: "Nobody in the team", tone: "violet" },
  unconfirmed: { label: "Not confirmed", tone: "amber" },
} as const satisfies Record<OwnershipReason, { label: string; tone: Tone }>;
