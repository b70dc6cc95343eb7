import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { z } from "zod";
import { CommandError } from "../command-error.ts";
import { note, print } from "../output.ts";
import { readAnswer } from "../server/answers.ts";
import { serverOf, withServerOptions, type ServerOptions } from "../server/server-options.ts";

const Progress = z.object({ state: z.enum(["waiting", "running", "done", "failed"]), done: z.number(), total: z.number(), message: z.string().nullable() });
type Progress = z.infer<typeof Progress>;
const pauseMs = 300;
const width = 24;

/** `intermesh reindex` */
export function reindexCommand(): Command {
  const command = new Command("reindex").description("Build the search index anew from the database; search goes on meanwhile. For administrators.");
  return withServerOptions(command).option("--no-wait", "do not wait until it is done").option("--json", "the outcome as one line of JSON").action(reindex);
}

async function reindex(options: ServerOptions & { wait: boolean; json?: boolean }): Promise<void> {
  const server = serverOf(options);
  let progress = readAnswer(Progress, await server.request("/api/v1/search/reindex", { method: "POST" }), server.origin);
  for (let shown = ""; progress.state === "waiting" || progress.state === "running"; ) {
    if (!options.wait) return print(options.json ? JSON.stringify(progress) : "A worker builds the index anew.");
    const line = lineOf(progress);
    if (line !== shown) process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    shown = line;
    await sleep(pauseMs);
    progress = readAnswer(Progress, await server.request("/api/v1/search/reindex"), server.origin);
  }
  if (process.stderr.isTTY) note("");
  if (options.json) print(JSON.stringify(progress));
  if (progress.state === "failed") throw new CommandError(`The index could not be built and is tried again: ${progress.message ?? "see the worker's log"}`);
  if (!options.json) print(`${progress.total.toLocaleString("en")} documents indexed.`);
}

function lineOf({ state, done, total }: Progress): string {
  if (state === "waiting") return "waiting for a worker";
  const filled = total === 0 ? 0 : Math.round((width * done) / total);
  return `${"█".repeat(filled)}${"░".repeat(width - filled)} ${done}/${total}`;
}
