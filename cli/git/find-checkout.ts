import { realpath } from "node:fs/promises";
import { repositoryName } from "./repository-name.ts";
import { runGit } from "./run-git.ts";

/** The git checkout that a folder lies in. `repository` is known by its remote `origin`, or not at all. */
export type Checkout = { top: string; repository: string | null; commit: string | null; ref: string | null };

/** The checkout around a folder; `null` outside of one, or without git. */
export async function findCheckout(folder: string): Promise<Checkout | null> {
  const ask = (...args: string[]) => runGit(args, folder).catch(() => null);
  const top = await ask("rev-parse", "--show-toplevel");
  if (!top) return null;
  const [origin, commit, ref] = await Promise.all([ask("config", "--get", "remote.origin.url"), ask("rev-parse", "HEAD"), ask("symbolic-ref", "--short", "HEAD")]);
  return { top: await realpath(top), repository: origin ? repositoryName(origin) : null, commit: commit || null, ref: ref || null };
}
