/** Kinds of things that can be found, in the order in which groups are shown. */
export const searchKinds = ["interface", "operation", "channel", "message", "property", "service", "team", "domain"] as const;
export type SearchKind = (typeof searchKinds)[number];

/**
 * One thing that can be found, as both engines hold it. What follows a new version in place has the same `id`:
 * it is made of the line, the kind and the key, never of the version.
 *
 * Raise `shapeVersion` when a field is added or made differently: all documents are then made again.
 */
export type SearchDocument = {
  /** 32 characters of [0-9a-f]. */
  id: string;
  kind: SearchKind;
  /** `METHOD /path` as spelled, `send address`, an address, a message's or property's name, a slug. */
  key: string;
  /** What people call it: operationId, title, name. */
  name: string;
  /** One line: an operation's summary, an interface's title. */
  title: string;
  /** Plain text, shortened. */
  description: string | null;
  /** For a property: its type and where it stands. */
  context: string | null;

  /** Facets; slugs for owner and domain. */
  format: string | null;
  owner: string | null;
  domain: string | null;
  lifecycle: string | null;
  tags: string[];
  specVersion: string | null;
  deprecated: boolean;
  /** Who sends an event offers it, who only receives it uses it; null for what is no event. */
  role: "offers" | "uses" | null;

  /** A tool beside the catalog's subject: comes after others that fit as well. */
  secondary: boolean;

  /** Who may find it, see `audienceOfDocument`. */
  audience: string[];

  interfaceId: number | null;
  lineId: number | null;
  versionId: number | null;
  /** Slug and title of the interface, name of the line, sequence number of the version on it. */
  interface: string | null;
  interfaceTitle: string | null;
  line: string | null;
  version: number | null;
  /** Path of the file as it was published. */
  source: string | null;
  /** What its page is found by, where that is not `key`: an operation's erased key, the id of a channel or message in its document; for a property the kind and key of what spells it out: `schema #/components/schemas/Order`. */
  ref: string | null;
  /** The same thing on another line of an interface has the same one. */
  distinctKey: string;
  /** Which run of indexing made it: engines are compared by it. */
  stamp: string;

  /** Searched, not shown. Identities in lower case, parameter names erased: what a typed identifier or path is compared with as a whole. */
  exact: string[];
  /** Identifiers split into words, and joined into one. */
  words: string;
  /** Stems by weight: of names and title; of interface, owner, domain and tags; of the description; of parameters and fields. */
  stemsName: string;
  stemsContext: string;
  stemsText: string;
  stemsFields: string;
};

export const shapeVersion = 4;
