import type { AccessState } from "#db/schema/lifecycle/words.ts";
import { Badge } from "../ui/badge.tsx";
import type { Tone } from "../ui/tone.ts";

const tones = { open: "blue", approved: "green", declined: "red", withdrawn: "grey", expired: "grey" } as const satisfies Record<AccessState, Tone>;
const words = { open: "waiting", approved: "approved", declined: "declined", withdrawn: "withdrawn", expired: "expired" } as const satisfies Record<AccessState, string>;

/** Where a request stands. */
export function RequestState({ state }: { state: AccessState }) {
  return <Badge tone={tones[state]}>{words[state]}</Badge>;
}
