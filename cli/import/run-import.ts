import pLimit from "p-limit";
import { publishUpload, type Outcome } from "../server/publish-upload.ts";
import type { Server } from "../server/server.ts";
import { UnreachableError } from "../server/unreachable-error.ts";
import type { ImportDocument, ImportSource } from "./import-source.ts";

/** What became of one file: a line of the report. `failed` is what may pass when run again, `rejected` what must be mended. */
export type ImportResult = {
  path: string;
  status: "published" | "unchanged" | "rejected" | "failed" | "skipped";
  reason?: string;
  interface?: string;
  version?: string;
  valid?: boolean;
};

/**
 * Publishes every document of a source, a few at once, and goes on after a bad one. `report` is told of each as it ends.
 * @throws UnreachableError when the server does not answer; what was published stays, and running again continues
 */
export async function runImport(server: Server, source: ImportSource, options: { concurrency: number; extra: Record<string, string | undefined>; report(result: ImportResult): void }): Promise<void> {
  for (const { path, reason } of source.skipped) options.report({ path, status: "skipped", reason });
  const limit = pLimit(options.concurrency);
  let unreachable: UnreachableError | null = null;
  const publishSeries = async (series: ImportDocument[]) => {
    for (const document of series) {
      if (unreachable) return;
      try {
        options.report({ path: document.path, ...(await publishOne(server, document, options.extra)) });
      } catch (error) {
        if (error instanceof UnreachableError) unreachable = error;
        else options.report({ path: document.path, status: "failed", reason: error instanceof Error ? error.message : String(error) });
      }
    }
  };
  await Promise.all(source.series.map((series) => limit(publishSeries, series)));
  if (unreachable) throw unreachable;
}

async function publishOne(server: Server, document: ImportDocument, extra: Record<string, string | undefined>): Promise<Omit<ImportResult, "path">> {
  const outcome = await publishUpload(server, { files: await document.load(), query: { ...extra, ...document.query } });
  if (outcome.status === "rejected") return { status: "rejected", reason: reasonOf(outcome) };
  if (outcome.status === "refused") return { status: "failed", reason: outcome.reason };
  const [item] = outcome.items;
  if (!item) return { status: "failed", reason: "The server named nothing that it published." };
  return { status: item.status, interface: item.interface.slug, version: item.version.label, valid: item.valid };
}

function reasonOf(outcome: Outcome & { status: "rejected" }): string {
  const found = outcome.diagnostics.find((diagnostic) => diagnostic.severity === "error") ?? outcome.diagnostics[0];
  return found ? `${found.file}:${found.line}:${found.column}: ${found.message}${found.help ? ` ${found.help}` : ""}` : outcome.reason;
}
