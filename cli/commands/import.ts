import { realpath } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import { CommandError } from "../command-error.ts";
import { openFolder } from "../files/open-folder.ts";
import { cloneRepository } from "../git/clone-repository.ts";
import { findCheckout } from "../git/find-checkout.ts";
import { repositoryName } from "../git/repository-name.ts";
import { addressSource } from "../import/address-source.ts";
import { folderSource, type Place } from "../import/folder-source.ts";
import type { ImportSource } from "../import/import-source.ts";
import { intervalMs } from "../import/interval.ts";
import { importOnce } from "../import/import-once.ts";
import { sendCodeowners } from "../import/send-codeowners.ts";
import { readVersionMap } from "../import/read-version-map.ts";
import { note } from "../output.ts";
import { forgiving, onUnreachable, type OnUnreachable } from "../server/on-unreachable.ts";
import type { Server } from "../server/server.ts";
import { serverOf, withServerOptions, type ServerOptions } from "../server/server-options.ts";
import { importUses } from "../uses/import-uses.ts";
import { publishOptions, queryOf, type PublishOptionValues } from "./publish-options.ts";

type Options = ServerOptions & PublishOptionValues & OnUnreachable & {
  git?: string;
  ref?: string;
  urls?: string;
  as?: string;
  map?: string;
  report: string;
  concurrency: number;
  every?: string;
  json?: boolean;
};

/** `intermesh import DIR`, `import --git URL`, `import --urls FILE` */
export function importCommand(): Command {
  const command = new Command("import")
    .description("Publish every document found, each as an interface of its own. Can be run again: what is unchanged stays as it is.")
    .argument("[dir]", "a folder")
    .option("--git <url>", "a repository instead of a folder")
    .option("--ref <name>", "its branch or tag")
    .option("--urls <file>", "addresses of documents instead, one in each line")
    .option("--as <name>", "name that the folder is known by, so that it may move (else its place, or its git remote)")
    .option("--map <file>", "which documents are versions of one interface")
    .option("--report <file>", "one line of JSON for each file", "intermesh-import.jsonl")
    .option("--concurrency <n>", "documents at once", toConcurrency, 3)
    .option("--every <interval>", "again and again, such as 1h, until stopped");
  publishOptions(command);
  return withServerOptions(command)
    .addOption(onUnreachable())
    .option("--json", "the summary as one line of JSON")
    .action((folder: string | undefined, options: Options) => run(folder, options));
}

async function run(folder: string | undefined, options: Options): Promise<void> {
  if ([folder, options.git, options.urls].filter((given) => given !== undefined).length !== 1) throw new CommandError("Say what to import: a folder, --git URL or --urls FILE, and one of them only.");
  if (options.map && options.urls) throw new CommandError("--map goes with a folder or --git.");
  const pause = options.every === undefined ? null : intervalMs(options.every);
  await forgiving(options, () => importFrom(folder, options), "The rest was not published");
  while (pause !== null) {
    await sleep(pause);
    // One bad round, such as a network that is down, does not end the schedule.
    await importFrom(folder, options).catch((error: unknown) => note(`warning: ${error instanceof Error ? error.message : String(error)}`));
  }
}

async function importFrom(folder: string | undefined, options: Options): Promise<void> {
  const server = serverOf(options);
  const finish = (source: ImportSource) => importOnce(server, source, { ...options, query: queryOf(options) });
  if (options.urls) return finish(await addressSource(options.urls));
  const map = options.map ? await readVersionMap(options.map) : undefined;
  if (folder !== undefined) {
    const place = await placeOf(folder, options.as);
    if (place.repository) await sendCodeowners(server, folder, place.repository);
    await finish(await folderSource(folder, place, map));
    return finishUses(server, folder, place, options);
  }
  const { folder: clone, remove } = await cloneRepository(options.git ?? "", options.ref);
  try {
    const commit = (await findCheckout(clone))?.commit ?? undefined;
    await sendCodeowners(server, clone, repositoryName(options.git ?? ""));
    const place = { name: options.git ?? "", repository: repositoryName(options.git ?? ""), commit, ref: options.ref };
    await finish(await folderSource(clone, place, map));
    await finishUses(server, clone, place, options);
  } finally {
    await remove();
  }
}

/** What the folder says of uses, once its documents are there. */
async function finishUses(server: Server, folder: string, place: Place, options: Options): Promise<void> {
  if ((await importUses(server, await openFolder(folder), place, options.service)) > 0) process.exitCode = 1;
}

/** A folder is known by the name given, else by its repository, else by where it lies on this machine. */
async function placeOf(folder: string, name: string | undefined): Promise<Place> {
  if (name) return { name: folder, folder: name };
  const real = await realpath(folder).catch((cause: NodeJS.ErrnoException) => {
    throw new CommandError(`${folder} cannot be read (${cause.code ?? cause.message}).`, 2, { cause });
  });
  const checkout = await findCheckout(real);
  if (!checkout?.repository) return { name: folder, folder: `file://${real.split(path.sep).join("/")}` };
  const inside = path.relative(checkout.top, real).split(path.sep).join("/");
  const { repository, commit, ref } = checkout;
  return { name: folder, ...(inside === "" ? { repository } : { folder: `${repository}/${inside}` }), ...(commit ? { commit } : {}), ...(ref ? { ref } : {}) };
}

function toConcurrency(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > 16) throw new InvalidArgumentError("It must be a number from 1 to 16.");
  return n;
}
