import { Client } from "pg";

/** Whether a database holds tables of ours, or anyone's: nothing is restored over them. */
export async function hasData(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query("select exists (select from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace) as found");
    return rows[0].found;
  } finally {
    await client.end();
  }
}

/** Whether a database holds interfaces that a restore would replace. */
export async function hasInterfaces(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: table } = await client.query("select to_regclass('public.interfaces') is not null as found");
    if (!table[0].found) return false;
    const { rows } = await client.query("select exists (select from public.interfaces) as found");
    return rows[0].found;
  } finally {
    await client.end();
  }
}
