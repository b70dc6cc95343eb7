import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { CommandError } from "../command-error.ts";
import { runGit } from "./run-git.ts";

/**
 * Clones a repository, its newest commit only, into a folder of its own. Links in it become plain files.
 * @throws CommandError for an address or ref that git could take for something else, or when git fails
 */
export async function cloneRepository(address: string, ref: string | undefined): Promise<{ folder: string; remove(): Promise<void> }> {
  if (!/^(https|ssh|file):\/\/[^-]/.test(address) && !/^[\w.][\w.-]*@[\w.][\w.-]*:[^-]/.test(address)) {
    throw new CommandError(`${address} is not the address of a repository. Give one that begins with https://, ssh:// or file://.`);
  }
  if (ref?.startsWith("-")) throw new CommandError(`${ref} is not a branch or tag.`);
  const folder = await mkdtemp(path.join(tmpdir(), "intermesh-import-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await runGit(["-c", "core.symlinks=false", "clone", "--quiet", "--depth=1", "--no-tags", ...(ref ? [`--branch=${ref}`] : []), "--", address, folder], tmpdir());
    return { folder, remove };
  } catch (error) {
    await remove();
    throw new CommandError(`${address} cannot be cloned: ${saidByGit(error)}`, 2, { cause: error });
  }
}

function saidByGit(error: unknown): string {
  const text = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
  return text.split("\n").find((line) => line.startsWith("fatal:"))?.slice("fatal: ".length) ?? text;
}
