import { Client } from "pg";

/**
 * Makes the audit log's table another role's in an embedded database: the product's role may read and add to it, and can
 * neither change nor remove an entry, switch the trigger off that refuses to, nor drop the table. Repeated at each start.
 * `open` gives it back, for migrations to work on.
 */
export async function protectAuditLog(adminUrl: string, state: "open" | "closed"): Promise<void> {
  const url = new URL(adminUrl);
  url.pathname = "/intermesh";
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    const { rows } = await client.query<{ exists: boolean }>("select to_regclass('public.audit_log') is not null as exists");
    if (!rows[0]?.exists) return;
    await client.query(state === "open" ? opening : closing);
  } finally {
    await client.end();
  }
}

const opening = `
  alter table public.audit_log owner to intermesh;
  alter function public.refuse_change() owner to intermesh;`;

// Whoever owns a schema may drop what is in it, and the owner of a database owns its public schema.
const closing = `
  do $$ begin if not exists (select 1 from pg_roles where rolname = 'intermesh_audit') then create role intermesh_audit nologin; end if; end $$;
  alter schema public owner to intermesh_audit;
  grant usage, create on schema public to intermesh;
  alter table public.audit_log owner to intermesh_audit;
  alter function public.refuse_change() owner to intermesh_audit;
  revoke all on public.audit_log from intermesh;
  grant select, insert on public.audit_log to intermesh;`;
