import type { Grouping } from "./graph-words.ts";

/**
 * The whole mesh for the map, column by column so that it travels small. Groups come before what lies in them; every other
 * column refers to rows by number. Lengths on the map are whole numbers.
 */
export type Overview = {
  grouping: Grouping;
  groups: { kind: "domain" | "team"; slug: string | null; name: string; parent: number; x: number; y: number; r: number }[];
  ends: { slug: string[]; /** 0 where the slug says the same. */ title: (string | 0)[]; kind: number[]; group: number[]; x: number[]; y: number[]; r: number[]; lifecycle: number[] };
  /** Interfaces that services provide, for the closest view. */
  interfaces: { slug: string[]; end: number[]; format: number[] };
  /** Uses of the same kind between the same two, counted. `from` is the difference to the row before; `via` an interface or -1. */
  links: { from: number[]; to: number[]; via: number[]; count: number[]; flow: number[]; evidence: number[] };
};

export const endKinds = ["service", "interface"] as const;
