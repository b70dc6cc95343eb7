import type { Format } from "#lib/spec/normalized-spec.ts";
import type { PagePlace } from "../operation/operation-view.ts";

/** What stands on top of every page of an interface. */
export type InterfaceHead = {
  /** As the address pins it; `null`s for the current version of the main line. */
  place: PagePlace;
  title: string;
  summary: string | null;
  owner: { slug: string; name: string } | null;
  domain: { slug: string; name: string } | null;
  lifecycle: string;
  visibility: string;
  format: Format;
  specVersion: string;
  /** The version shown, on its line. */
  line: string;
  version: { sequence: number; label: string; valid: boolean; errorCount: number; warningCount: number; publishedAt: Date };
  /** Newest of each line. */
  lines: { name: string; sequence: number; label: string }[];
  /** Newest first, at most some twenty of the line shown. */
  recent: { sequence: number; label: string; publishedAt: Date; valid: boolean }[];
  counts: { operations: number; schemas: number; messages: number; versions: number };
  retired: boolean;
  /** Whether the reader may publish a version of it. */
  mayPublish: boolean;
  /** Whether the reader is a person who can be told of news. */
  mayFollow: boolean;
  /** Whether the reader follows it as a whole. */
  following: boolean;
  /** Whether the reader may rename, retire, delete or purge it. */
  mayManage: boolean;
};

export type InterfaceTab = "overview" | "reference" | "schemas" | "channels" | "consumers" | "versions" | "discussion" | "settings";
