import type { Format } from "#lib/spec/normalized-spec.ts";

/** An interface as lists show it. */
export type InterfaceItem = {
  slug: string;
  title: string;
  summary: string | null;
  format: Format;
  specVersion: string | null;
  owner: { slug: string; name: string } | null;
  lifecycle: string;
  visibility: string;
  /** Of its main line; `null` where only the name may be seen. */
  version: { sequence: number; label: string; errorCount: number } | null;
  operationCount: number | null;
  changedAt: Date;
};
