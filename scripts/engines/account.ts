import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

/** How to start a database binary: PostgreSQL refuses to run as root. */
export type Account = {
  uid: number | undefined;
  gid: number | undefined;
  /** The command to spawn, and whether `uid` and `gid` have to be given to `spawn`. */
  command(program: string, args: string[]): { program: string; args: string[]; options: { uid?: number; gid?: number } };
};

/**
 * The account that PostgreSQL runs as: oneself, or the system user `postgres` (made when missing) for root.
 * @param directory the cluster; one that is there already keeps its owner
 * @param paths files and folders that the account has to reach
 * @throws Error that says what to do when root's own account cannot lend them
 */
export function engineAccount(directory: string, paths: string[]): Account {
  if (process.platform === "win32" || process.getuid?.() !== 0) return plainAccount(undefined, undefined);
  const { uid, gid } = ownerOf(directory) ?? findUser() ?? makeUser();
  const plain = plainAccount(uid, gid);
  if (canReach(plain, paths)) return plain;
  // The clone lies in a folder that is root's alone (/root, a temporary folder): lend the one right to pass through.
  for (const capability of ["dac_read_search", "dac_override"]) {
    const lent = lentAccount(uid, gid, capability);
    if (canReach(lent, paths)) return lent;
  }
  throw new Error(
    `PostgreSQL does not run as root, and the user "postgres" cannot reach ${paths.join(" or ")}. ` +
      "Move the clone to a folder that others may pass through, start Intermesh as an ordinary user, or set DATABASE_URL.",
  );
}

function plainAccount(uid: number | undefined, gid: number | undefined): Account {
  const options = uid === undefined || gid === undefined ? {} : { uid, gid };
  return { uid, gid, command: (program, args) => ({ program, args, options }) };
}

function lentAccount(uid: number, gid: number, capability: string): Account {
  const only = `-all,+${capability}`;
  // Without no_setuid_fixup the kernel ignores capabilities in access(), by which initdb looks for its neighbours.
  const prefix = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", `--inh-caps=${only}`, `--ambient-caps=${only}`,
    `--bounding-set=${only}`, "--securebits=+no_setuid_fixup", "--"];
  return { uid, gid, command: (program, args) => ({ program: "setpriv", args: [...prefix, program, ...args], options: {} }) };
}

function canReach(account: Account, paths: string[]): boolean {
  return paths.every((path) => {
    const { program, args, options } = account.command("test", ["-x", path]);
    return spawnSync(program, args, { ...options, cwd: "/", stdio: "ignore" }).status === 0;
  });
}

function ownerOf(directory: string): { uid: number; gid: number } | null {
  const stat = statSync(directory, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : null;
}

function findUser(): { uid: number; gid: number } | null {
  const uid = Number.parseInt(output("id", ["-u", "postgres"]), 10);
  const gid = Number.parseInt(output("id", ["-g", "postgres"]), 10);
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : null;
}

function makeUser(): { uid: number; gid: number } {
  const made =
    spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"], { stdio: "ignore" }).status === 0 ||
    spawnSync("adduser", ["-S", "-D", "-H", "postgres"], { stdio: "ignore" }).status === 0;
  const user = made ? findUser() : null;
  if (!user) {
    throw new Error('PostgreSQL does not run as root, and the user "postgres" could not be made. Start Intermesh as an ordinary user, or set DATABASE_URL.');
  }
  return user;
}

function output(program: string, args: string[]): string {
  return spawnSync(program, args, { encoding: "utf8" }).stdout ?? "";
}
