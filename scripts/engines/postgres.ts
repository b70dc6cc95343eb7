import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { engineAccount, type Account } from "#scripts/engines/account.ts";
import { makeCluster, readClusterVersion } from "#scripts/engines/postgres-cluster.ts";
import { endLeftoverPostgres } from "#scripts/engines/postgres-leftover.ts";
import { findPostgresBinaries } from "#scripts/engines/postgres-binaries.ts";
import { freePort } from "#scripts/run/free-port.ts";
import { identifyProcess, type ProcessIdentity } from "#scripts/run/process-identity.ts";
import { stopProcess } from "#scripts/run/stop-process.ts";

export type PostgresOptions = {
  /** The cluster's folder; made at the first start. */
  directory: string;
  logFile: string;
  superuserPassword: string;
  databasePassword: string;
  /** Off only for clusters that are thrown away: then a power failure, though no crash of its own, may cost data. */
  durable?: boolean;
};

export type PostgresEngine = {
  port: number;
  /** For the product: the database `intermesh` as the role `intermesh`, which is no superuser. */
  url: string;
  /** For the supervisor and tests: the database `postgres` as the superuser. */
  adminUrl: string;
  process(): ChildProcess;
  /** Starts it (again) on the same port and waits until it answers. */
  start(): Promise<ChildProcess>;
  /** Ends it cleanly: sessions are cut, what is committed is kept. */
  stop(): Promise<void>;
  identity(): ProcessIdentity | null;
};

/** Prepares the embedded PostgreSQL in `directory` and starts it on a free port of 127.0.0.1. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresEngine> {
  const { directory, superuserPassword, databasePassword } = options;
  const binaries = await findPostgresBinaries();
  const account = engineAccount(directory, [path.dirname(directory), binaries.postgres]);
  await endLeftoverPostgres(directory);
  if (!(await readClusterVersion(directory, binaries.postgres))) await makeCluster({ directory, superuserPassword, account, initdb: binaries.initdb });

  let port = await freePort();
  let child: ChildProcess | null = null;
  const start = async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        return (child = await launch(options, account, binaries.postgres, port));
      } catch (error) {
        if (attempt === 5) throw error;
        // Sessions of a killed server hold its memory a moment longer; or, at the first start, the port was taken in between.
        await sleep(attempt * 400);
        if (!child) port = await freePort();
      }
    }
  };
  await start();
  const identity = () => (child?.pid && child.exitCode === null && child.signalCode === null ? identifyProcess(child.pid) : null);
  const adminUrl = `postgresql://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`;
  await ensureDatabase(adminUrl, databasePassword);
  return {
    port,
    url: `postgresql://intermesh:${databasePassword}@127.0.0.1:${port}/intermesh`,
    adminUrl,
    process: () => child!,
    start,
    identity,
    async stop() {
      const running = identity();
      if (running) await stopProcess(running, "SIGINT", 60_000);
    },
  };
}

async function launch(options: PostgresOptions, account: Account, postgres: string, port: number): Promise<ChildProcess> {
  const log = await open(options.logFile, "a");
  const { program, args, options: as } = account.command(postgres, ["-D", options.directory, ...settings(port, options.durable ?? true)]);
  // Detached: Ctrl-C in a terminal reaches the whole process group, and the database has to go last.
  const child = spawn(program, args, { ...as, cwd: "/", detached: true, stdio: ["ignore", log.fd, log.fd] });
  const failure = once(child, "error").then(([error]) => error as Error);
  await log.close();
  const url = `postgresql://postgres:${options.superuserPassword}@127.0.0.1:${port}/postgres`;
  for (;;) {
    const failed = await Promise.race([failure, sleep(40, null)]);
    if (failed) throw failed;
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`PostgreSQL ended while starting; its reason is in ${options.logFile}.`);
    if (await answers(url)) return child;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code;
    // Not listening yet, or still recovering (57P03). Anything else will not mend itself.
    if (code === "ECONNREFUSED" || code === "ECONNRESET" || code === "57P03") return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function settings(port: number, durable: boolean): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    max_connections: 100,
    shared_buffers: "256MB",
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    max_wal_size: "2GB",
    random_page_cost: 1.1,
    // Short queries only: compiling them costs more than it saves.
    jit: "off",
    log_min_duration_statement: "2s",
    ...(durable ? { fsync: "on", synchronous_commit: "on", full_page_writes: "on" } : { fsync: "off", full_page_writes: "off" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** The role and the database of the product; repeated at each start, so that a first start cut short mends itself. */
async function ensureDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const role = await client.query("select 1 from pg_roles where rolname = 'intermesh'");
    if (role.rowCount === 0) await client.query("create role intermesh login createdb");
    await client.query(`alter role intermesh password ${client.escapeLiteral(password)}`);
    const database = await client.query("select 1 from pg_database where datname = 'intermesh'");
    if (database.rowCount === 0) await client.query("create database intermesh owner intermesh");
  } finally {
    await client.end();
  }
}
