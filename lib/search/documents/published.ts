import type { formats, Lifecycle, Visibility } from "#db/schema/catalog/words.ts";

/** What is known of the current version of a line when its documents are made. */
export type Published = {
  interface: {
    id: number;
    slug: string;
    title: string;
    summary: string | null;
    format: (typeof formats)[number];
    lifecycle: Lifecycle;
    visibility: Visibility;
    ownerTeamId: number | null;
    repository: string | null;
  };
  line: { id: number; name: string; lifecycle: Lifecycle | null };
  version: {
    id: number;
    sequence: number;
    format: (typeof formats)[number];
    specVersion: string;
    source: string;
    title: string;
    summary: string | null;
    description: string | null;
    tags: string[];
    /** Where its operations are called, as far as the document says: host, and base path of every path. */
    servers: { host: string | null; base: string }[];
    /** Its document says `x-secondary: true`: a tool beside the catalog's subject. */
    secondary: boolean;
    indexedAt: Date | null;
  };
  owner: Owner | null;
  domain: { slug: string; name: string } | null;
  /** Teams that may see it besides its owner. */
  grantedTeamIds: number[];
  rules: PartRule[];
  /** Of this run of indexing. */
  stamp: string;
};

export type Owner = { id: number; slug: string; name: string };

/** Another owner, or a narrower visibility, for parts. */
export type PartRule = { part: "tag" | "path" | "operation" | "message" | "property"; pattern: string; owner: Owner | null; visibility: Visibility | null };
