import type { Change, Level } from "../spec/diff/change.ts";
import type { Hiding } from "../spec/hide/hiding.ts";
import type { Use } from "../spec/impact/use.ts";
import type { SpecFile } from "../spec/spec-file.ts";

/** What to compare a document with, and for whom. */
export type CompareWith = {
  base: { files: SpecFile[]; root?: string };
  /** Whose view is kept apart from that of whoever sees everything. */
  hiding: Hiding;
  /** One entry for each consumer: what it uses, or `null` where that is not known. */
  uses: (Use[] | null)[];
  /** Other levels than the rules' own, by rule. */
  levels: Record<string, Level>;
  /** Today, an ISO date. */
  asOf: string;
};

/** `all` read it, or only those who see every part, or only those who do not. */
export type Audience = "all" | "insiders" | "visitors";
export type ComparedChange = Change & { audience: Audience; levelOfRule: Level | null };

/** What touches one consumer: ordinals of changes, from 1. `known`: it is known what it uses, as far as it matters. */
export type ConsumerEffects = { known: boolean; effects: [ordinal: number, effect: "broken" | "at risk"][] };

export type ComparedDocuments = {
  /** Why they cannot be compared, in one sentence; then there are no changes. */
  problem: string | null;
  /** The worst first; those that only `visitors` see come last. */
  changes: ComparedChange[];
  /** Something of either document is hidden from whom `hiding` speaks of. */
  hidden: boolean;
  /** In the order of `uses`. */
  consumers: ConsumerEffects[];
  labels: { base: string; revision: string };
  /** Both hold the same values, only spelled otherwise. */
  sameContent: boolean;
  /** How the documents spell the operations that are used, by key. */
  displays: Record<string, string>;
};

export function incomparable(problem: string): ComparedDocuments {
  return { problem, changes: [], hidden: false, consumers: [], labels: { base: "", revision: "" }, sameContent: false, displays: {} };
}
