import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { BackupHeader, BackupSection } from "#scripts/backup/backup-header.ts";
import { frame } from "#scripts/backup/frames.ts";

/**
 * Writes everything the product keeps in `databaseUrl` to `file`, as it was at one moment; the server may run on.
 * The search index and waiting jobs are not in it: they follow from the rest.
 * @throws Error when the file exists; a backup that fails leaves none
 */
export async function writeBackup(databaseUrl: string, file: string, sessionSecret: string | null): Promise<{ tables: number; rows: number; bytes: number }> {
  if (await stat(file).then(() => true, () => false)) throw new Error(`${file} exists already; a backup overwrites nothing.`);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const partial = `${file}.partial`;
  const counted = { tables: 0, rows: 0 };
  try {
    await client.query("begin isolation level repeatable read read only");
    await pipeline(backupOf(client, sessionSecret, counted), createGzip(), createWriteStream(partial, { mode: 0o600, flush: true }));
    await client.query("commit");
    await rename(partial, file);
    return { ...counted, bytes: (await stat(file)).size };
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function* backupOf(client: Client, sessionSecret: string | null, counted: { tables: number; rows: number }): AsyncGenerator<Buffer> {
  const header: BackupHeader = {
    format: "intermesh-backup-1",
    createdAt: new Date().toISOString(),
    migrations: (await client.query("select hash from drizzle.__drizzle_migrations order by created_at")).rows.map(({ hash }) => String(hash)),
    sequences: (await client.query(sequencesOfProduct)).rows,
    sessionSecret,
  };
  yield line(header);
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(tablesOfProduct);
  for (const { name, columns } of tables) {
    yield line({ table: name, columns } satisfies BackupSection);
    const source = client.query(copyTo(`copy public.${client.escapeIdentifier(name)} (${columns.map((column) => client.escapeIdentifier(column)).join(", ")}) to stdout`));
    for await (const chunk of source as AsyncIterable<Buffer>) {
      counted.rows += countRows(chunk);
      yield frame(chunk);
    }
    yield frame(Buffer.alloc(0));
    counted.tables += 1;
  }
  yield line({ end: true, rows: counted.rows } satisfies BackupSection);
}

/** COPY's text ends each row with a newline and escapes those within; the stream's own count may come after its end. */
function countRows(chunk: Buffer): number {
  let rows = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1;
  return rows;
}

function line(value: BackupHeader | BackupSection): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

// Columns that the database computes itself cannot be loaded.
const tablesOfProduct = `
  select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  group by c.relname order by c.relname`;

const sequencesOfProduct = `
  select sequencename as name, coalesce(last_value, start_value)::text as value, last_value is not null as called
  from pg_sequences where schemaname = 'public' order by sequencename`;
