import type { Position } from "../ui/highlight.tsx";

export const kinds = ["interface", "operation", "channel", "message", "property", "service", "team", "domain"] as const;
export type Kind = (typeof kinds)[number];

/** Which texts of a result carry marks. */
export type Marked = "name" | "title" | "summary" | "key";

export type Result = {
  kind: Kind;
  interface: { slug: string; title: string } | null;
  version: number | null;
  source: string | null;
  key: string;
  name: string;
  title: string;
  url: string;
  owner: string | null;
  summary?: string | null;
  /** For a property: its type and the operation or schema it stands in. */
  context?: string | null;
  format?: string | null;
  lifecycle?: string | null;
  deprecated?: boolean;
  highlights?: Partial<Record<Marked, Position[]>>;
  /** How many near-equal ones were left out, in the same interface. */
  more?: number;
};

/** What the search answers, in the page and through `/api/v1/search`. */
export type Answer = {
  results: Result[];
  facets: Record<string, Record<string, number>>;
  total: number;
  engine: string;
  degraded?: boolean;
  next?: string | null;
};
