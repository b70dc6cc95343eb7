/** What feedback is about: the interface as a whole or a part of it; `change` is one of a comparison. */
export const places = ["interface", "operation", "message", "change"] as const;
export type Place = (typeof places)[number];
export const threadKinds = ["question", "comment"] as const;
export type ThreadKind = (typeof threadKinds)[number];
export const threadStates = ["open", "answered", "resolved"] as const;
export type ThreadState = (typeof threadStates)[number];
