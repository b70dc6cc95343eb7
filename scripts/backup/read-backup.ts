import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { migrate } from "#db/migrate.ts";
import { BackupHeader, BackupSection } from "#scripts/backup/backup-header.ts";
import { FrameReader } from "#scripts/backup/frames.ts";
import { countKnownMigrations, migrateTo } from "#scripts/backup/migrate-to.ts";
import { withoutConstraints } from "#scripts/backup/without-constraints.ts";

/**
 * Loads a backup into an empty database: as it was, then brought to this release's schema.
 * @throws Error when the file is no whole backup, or was made by a newer release
 */
export async function readBackup(file: string, databaseUrl: string): Promise<{ header: BackupHeader; rows: number }> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  // Errors of the file surface where its bytes are read.
  source.on("error", (error) => unpacked.destroy(error));
  const reader = new FrameReader(source.pipe(unpacked));
  try {
    const header = readHeader(await reader.line());
    await migrateTo(databaseUrl, countKnownMigrations(header.migrations));
    const rows = await loadTables(databaseUrl, reader, header);
    await migrate(databaseUrl);
    return { header, rows };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code.startsWith("Z_") || error instanceof SyntaxError) throw new Error(`${file} is not a backup of Intermesh, or not a whole one (${(error as Error).message}).`, { cause: error });
    throw error;
  } finally {
    source.destroy();
  }
}

function readHeader(line: string | null): BackupHeader {
  const parsed = BackupHeader.safeParse(JSON.parse(line ?? ""));
  if (!parsed.success) throw new SyntaxError("its first line is another's");
  return parsed.data;
}

async function loadTables(databaseUrl: string, reader: FrameReader, header: BackupHeader): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    const rows = await withoutConstraints(client, () => loadSections(client, reader));
    for (const { name, value, called } of header.sequences) {
      await client.query("select setval($1::regclass, $2, $3)", [`public.${client.escapeIdentifier(name)}`, value, called]);
    }
    await client.query("commit");
    return rows;
  } finally {
    await client.end();
  }
}

async function loadSections(client: Client, reader: FrameReader): Promise<number> {
  let rows = 0;
  for (;;) {
    const line = await reader.line();
    if (line === null) throw new SyntaxError("its end is missing");
    const section = BackupSection.parse(JSON.parse(line));
    if ("end" in section) {
      if (section.rows !== rows) throw new SyntaxError(`it should hold ${section.rows} rows and holds ${rows}`);
      return rows;
    }
    const columns = section.columns.map((column) => client.escapeIdentifier(column)).join(", ");
    const target = client.query(copyFrom(`copy public.${client.escapeIdentifier(section.table)} (${columns}) from stdin`));
    await pipeline(Readable.from(reader.frames()), target);
    rows += target.rowCount;
  }
}
