import type { Upload } from "../server/publish-upload.ts";

/** One document to publish. `path` names it in reports and is what it is known by within its source. */
export type ImportDocument = { path: string; query: Record<string, string | undefined>; load(): Promise<Upload["files"]> };

/**
 * What an import found. Documents of one series are versions of one interface and go in order, oldest first; series are
 * independent of each other. `skipped` are files that look like documents and are none, each with its reason.
 */
export type ImportSource = { name: string; series: ImportDocument[][]; skipped: { path: string; reason: string }[] };
