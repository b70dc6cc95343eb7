import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { statePaths } from "#scripts/run/state.ts";

export type Secrets = {
  /** Of the embedded cluster's superuser; only the supervisor uses it. */
  postgresPassword: string;
  /** Of the role that the product uses. */
  databasePassword: string;
  meilisearchKey: string;
  /** Signs sessions and other things handed to browsers. */
  sessionSecret: string;
};

/** Reads the secrets of this installation, making at the first start what is not there yet. */
export async function readSecrets(home: string): Promise<Secrets> {
  const file = statePaths(home).secrets;
  const known = await readKnown(file);
  const secrets: Secrets = {
    postgresPassword: known.postgresPassword ?? newSecret(),
    databasePassword: known.databasePassword ?? newSecret(),
    meilisearchKey: known.meilisearchKey ?? newSecret(),
    sessionSecret: known.sessionSecret ?? newSecret(),
  };
  if (JSON.stringify(secrets) !== JSON.stringify(known)) await writeSecretFile(file, JSON.stringify(secrets, null, 2) + "\n");
  return secrets;
}

/** Takes over the secret that signed the sessions of a restored database. */
export async function keepSessionSecret(home: string, sessionSecret: string): Promise<void> {
  const secrets = await readSecrets(home);
  await writeSecretFile(statePaths(home).secrets, JSON.stringify({ ...secrets, sessionSecret }, null, 2) + "\n");
}

/** Writes a file that only its owner may read, never seen half written. */
export async function writeSecretFile(file: string, text: string): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  await writeFile(partial, text, { mode: 0o600, flush: true });
  await rename(partial, file);
}

async function readKnown(file: string): Promise<Partial<Secrets>> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Partial<Secrets>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw new Error(`${file} cannot be read. It holds the passwords of the data beside it: mend or restore it.`, { cause: error });
  }
}

function newSecret(): string {
  return randomBytes(24).toString("base64url");
}
