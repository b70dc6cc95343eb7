import type { Direction, EvidenceKind, Flow, FocusKind, MeshFilters } from "./graph-words.ts";

export type Named = { slug: string; name: string };
/** `uses` and `usedBy` count dependencies within all that may be seen, drawn or not. `distance` is in hops from the focus. */
export type GraphNode = { id: string; kind: "service" | "interface"; slug: string; title: string; owner: Named | null; domain: Named | null; lifecycle: string; format: string | null; source: string | null; distance: number; side: "focus" | "upstream" | "downstream" | "both"; uses: number; usedBy: number };
export type GraphEdge = { from: string; to: string; flow: Flow; via: string | null; interface: string | null; evidence: EvidenceKind };
export type Graph = {
  focus: { kind: FocusKind; slug: string; title: string; operation: string | null; nodes: string[] } | null;
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** Which service provides the interface in the middle: drawn, but no dependency. */
  provides: { service: string; interface: string }[];
  /** Nodes within the asked distance, on this page or not, and how many at each distance. */
  total: number;
  counts: number[];
  /** Something is left out: nodes (`next` has them) or edges. */
  truncated: boolean;
  next: string | null;
};

export type GraphInput = { focus?: string; depth?: number; direction?: Direction; limit?: number; cursor?: string; filters?: MeshFilters };
