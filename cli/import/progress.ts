import { harmless } from "../output.ts";
import type { ImportResult } from "./run-import.ts";

export type Tally = Record<ImportResult["status"], number>;

export type Progress = { add(result: ImportResult): void; end(): Tally };

const width = 24;

/** Shows how far an import is: one line that is rewritten on a terminal, elsewhere a line for each document. */
export function showProgress(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  const tally: Tally = { published: 0, unchanged: 0, rejected: 0, failed: 0, skipped: 0 };
  const done = () => tally.published + tally.unchanged + tally.rejected + tally.failed;
  return {
    add(result) {
      tally[result.status]++;
      if (result.status === "skipped") return;
      const bad = result.status === "rejected" || result.status === "failed";
      const line = harmless(`${result.status} ${result.path}${bad ? `: ${result.reason ?? ""}` : ""}`);
      if (!stream.isTTY) stream.write(`${done()}/${total} ${line}\n`);
      else {
        if (bad) stream.write(`\r\u001b[K${line}\n`);
        stream.write(`\r\u001b[K${bar(done(), total, tally)}`);
      }
    },
    end() {
      if (stream.isTTY) stream.write("\n");
      return tally;
    },
  };
}

function bar(done: number, total: number, tally: Tally): string {
  const filled = total === 0 ? width : Math.round((width * done) / total);
  return `${"█".repeat(filled)}${"░".repeat(width - filled)} ${done}/${total}  ${tally.published} published, ${tally.unchanged} unchanged, ${tally.rejected + tally.failed} not`;
}
