import { execFile } from "node:child_process";
import { chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Account } from "#scripts/engines/account.ts";

const run = promisify(execFile);

/** The major version of the cluster in `directory`, or null where there is none. Throws when this PostgreSQL cannot open it. */
export async function readClusterVersion(directory: string, postgres: string): Promise<string | null> {
  const found = await readFile(path.join(directory, "PG_VERSION"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (found === null) return null;
  const { stdout } = await run(postgres, ["--version"]);
  const major = /(\d+)/.exec(stdout)?.[1];
  if (found.trim() !== major) {
    throw new Error(
      `The data in ${directory} was written by PostgreSQL ${found.trim()}, and this Intermesh brings PostgreSQL ${major}. Nothing was changed. ` +
        "Start the Intermesh you had before, run `npm run backup -- FILE`, then restore that file with this one (docs/operate.md, Upgrade).",
    );
  }
  return major;
}

/** Makes an empty cluster: UTF-8, the same sort order on every machine, a password for every connection. */
export async function makeCluster({ directory, superuserPassword, account, initdb }: { directory: string; superuserPassword: string; account: Account; initdb: string }): Promise<void> {
  // Made beside its place and then renamed: a first start that is cut short leaves no half cluster.
  const partial = `${directory}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o700 });
  const passwords = await mkdtemp(path.join(tmpdir(), "intermesh-initdb-"));
  try {
    const passwordFile = path.join(passwords, "password");
    await writeFile(passwordFile, superuserPassword, { mode: 0o600 });
    if (account.uid !== undefined && account.gid !== undefined) {
      for (const owned of [partial, passwords, passwordFile]) await chown(owned, account.uid, account.gid);
    }
    const { program, args, options } = account.command(initdb, [`--pgdata=${partial}`, "--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256",
      "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]);
    await run(program, args, { ...options, cwd: "/" });
  } finally {
    await rm(passwords, { recursive: true, force: true });
  }
  await rename(partial, directory);
}
