/** How we know of a dependency, the strongest first: the strongest that is left is what an edge is drawn as. */
export const evidenceKinds = ["observed", "specified", "declared", "possible"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What passes along an edge: the caller's request, the emitter's event, the sender's command. */
export const flows = ["call", "event", "command"] as const;
export type Flow = (typeof flows)[number];

export const directions = ["both", "upstream", "downstream"] as const;
export type Direction = (typeof directions)[number];

/** What can stand in the middle of a graph. */
export const focusKinds = ["service", "interface", "operation", "team", "domain"] as const;
export type FocusKind = (typeof focusKinds)[number];

export const groupings = ["domain", "team"] as const;
export type Grouping = (typeof groupings)[number];

/** What narrows the mesh; each is a member of the address. */
export const meshFilters = ["domain", "team", "format", "evidence", "lifecycle", "protocol"] as const;
export type MeshFilter = (typeof meshFilters)[number];
export type MeshFilters = Partial<Record<MeshFilter, string[]>>;
