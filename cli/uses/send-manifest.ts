import { readFile, realpath } from "node:fs/promises";
import path from "node:path";
import { CommandError } from "../command-error.ts";
import { findCheckout } from "../git/find-checkout.ts";
import { print } from "../output.ts";
import type { Server } from "../server/server.ts";
import { manifestLines, publishManifest } from "./publish-manifest.ts";

/**
 * Sends a manifest that lies on this machine, with the repository and branch of its checkout, and prints what became of
 * it. Tells whether it was refused. @throws CommandError when it cannot be read
 */
export async function sendManifest(server: Server, file: string, options: { repository?: string; path?: string; json?: boolean }): Promise<boolean> {
  const place = await realpath(path.resolve(file)).catch((cause: NodeJS.ErrnoException) => {
    throw new CommandError(`${file} cannot be read (${cause.code ?? cause.message}).`, 2, { cause });
  });
  const checkout = await findCheckout(path.dirname(place));
  const repository = options.repository ?? checkout?.repository ?? undefined;
  const inside = checkout ? path.relative(checkout.top, place).split(path.sep).join("/") : path.basename(place);
  const outcome = await publishManifest(server, { path: options.path ?? inside, bytes: new Uint8Array(await readFile(place)) }, repository ? { repository, ref: checkout?.ref ?? undefined } : {});
  for (const line of options.json ? [JSON.stringify({ file, ...outcome })] : manifestLines(file, outcome)) print(line);
  return outcome.status === "rejected";
}
