import { open } from "node:fs/promises";
import { CommandError } from "../command-error.ts";
import { note, print } from "../output.ts";
import type { Server } from "../server/server.ts";
import type { ImportSource } from "./import-source.ts";
import { showProgress, type Tally } from "./progress.ts";
import { runImport } from "./run-import.ts";

/** Imports a source with progress, report file and summary. Sets exit code 1 when a document was not published. */
export async function importOnce(server: Server, source: ImportSource, options: { report: string; concurrency: number; json?: boolean; query: Record<string, string | undefined> }): Promise<void> {
  const total = source.series.flat().length;
  note(`${total} documents in ${source.name}, published to ${server.origin}.`);
  const report = await open(options.report, "w").catch((cause: NodeJS.ErrnoException) => {
    throw new CommandError(`The report ${options.report} cannot be written (${cause.code ?? cause.message}). Name another place with --report.`, 2, { cause });
  });
  const progress = showProgress(total);
  let written = Promise.resolve();
  try {
    await runImport(server, source, {
      concurrency: options.concurrency,
      extra: options.query,
      report(result) {
        progress.add(result);
        // Each line as it comes: an import that is cut short leaves its report.
        written = written.then(() => report.appendFile(`${JSON.stringify(result)}\n`));
      },
    });
  } finally {
    await written.finally(() => report.close());
    summarise(progress.end(), total, options);
  }
}

function summarise(tally: Tally, total: number, options: { report: string; json?: boolean }): void {
  const { published, unchanged, rejected, failed, skipped } = tally;
  if (options.json) print(JSON.stringify({ documents: total, ...tally, report: options.report }));
  else print(`${published} published, ${unchanged} unchanged, ${rejected} rejected, ${failed} failed of ${total} documents; ${skipped} other files passed over. Each is named in ${options.report}.`);
  if (rejected + failed > 0) process.exitCode = 1;
}
