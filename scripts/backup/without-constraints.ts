import type { Client } from "pg";

/**
 * Empties the product's tables and fills them with foreign keys and triggers out of the way, so that any order will
 * do; then puts the keys back, which checks every row. Needs the tables' owner, not a superuser. Runs in the caller's transaction.
 */
export async function withoutConstraints<T>(client: Client, fill: () => Promise<T>): Promise<T> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(foreignKeys);
  const { rows: triggers } = await client.query<{ table: string; name: string }>(enabledTriggers);
  const { rows: tables } = await client.query<{ table: string }>(allTables);
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${client.escapeIdentifier(name)}`);
  for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${client.escapeIdentifier(name)}`);
  // Rows that migrations put there are in the backup too.
  if (tables.length > 0) await client.query(`truncate ${tables.map(({ table }) => table).join(", ")}`);
  const result = await fill();
  for (const { table, name, definition } of keys) await client.query(`alter table ${table} add constraint ${client.escapeIdentifier(name)} ${definition}`);
  for (const { table, name } of triggers) await client.query(`alter table ${table} enable trigger ${client.escapeIdentifier(name)}`);
  return result;
}

const foreignKeys = `
  select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;

const enabledTriggers = `
  select tgrelid::regclass::text as table, tgname as name
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not t.tgisinternal and t.tgenabled = 'O' and c.relnamespace = 'public'::regnamespace`;

const allTables = `select oid::regclass::text as table from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;
