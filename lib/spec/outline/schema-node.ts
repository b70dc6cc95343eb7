import type { EnumValue } from "./constraint-words.ts";
import type { TypePart } from "./type-words.ts";

/** One line of a schema for people, with what lies beneath it. */
export type SchemaNode = {
  /** Name of the property, or what an option is called; "" for the root. */
  name: string;
  kind: "root" | "property" | "pattern" | "option";
  /** Structural path from the root: `items[].id`. */
  path: string;
  type: TypePart[];
  /** What the discriminator says where an option is meant: `kind: card`. */
  told: string | null;
  title: string | null;
  description: string | null;
  required: boolean;
  deprecated: boolean;
  readOnly: boolean;
  writeOnly: boolean;
  internal: boolean;
  constraints: string[];
  pattern: string | null;
  defaultValue: string | null;
  enum: EnumValue[];
  example: string | null;
  children: SchemaNode[];
  groups: SchemaGroup[];
  /** Fields that exist the other way only, left out here: read-only ones of a request, write-only ones of an answer. */
  otherWay: string[];
  /** Why nothing lies beneath it though the schema has more: it contains itself, or the page shows no deeper. */
  ends: SchemaEnd | null;
  /** How many properties come after the last one here, and from which on. */
  more: { count: number; from: number; part: PartPlace } | null;
  /** How many were left out before the first one here, to be near what was asked for. */
  skipped?: number;
};

export type SchemaGroup = { label: string; note: string | null; options: SchemaNode[] };
export type SchemaEnd = { reason: "recursive" | "deeper" | "missing"; id: string | null; part: PartPlace; /** How many lines lie there. */ size: number; /** Whether these are alternatives, not fields. */ alternatives?: boolean };

/**
 * Where in a document a line's schema stands, so that it can be asked for by itself: the innermost named schema around it
 * (`null`: what the tree began with), and from there which child of which, properties first, then the options of each group.
 */
export type PartPlace = { schema: string | null; steps: number[] };

/** Which way a value goes. */
export type Direction = "request" | "response";
