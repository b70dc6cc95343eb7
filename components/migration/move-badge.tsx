import type { MoveState } from "#db/schema/lifecycle/words.ts";
import { moveWords } from "#lib/catalog/lifecycle/lifecycle-words.ts";
import { Badge } from "../ui/badge.tsx";
import type { Tone } from "../ui/tone.ts";

export const moveTones = { untold: "red", told: "amber", acknowledged: "blue", moved: "green", waived: "grey" } as const satisfies Record<MoveState, Tone>;

/** How far a consumer is. */
export function MoveBadge({ state }: { state: MoveState }) {
  return <Badge tone={moveTones[state]}>{moveWords[state]}</Badge>;
}
