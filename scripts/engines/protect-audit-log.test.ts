import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrate } from "#db/migrate.ts";
import { startPostgres, type PostgresEngine } from "./postgres.ts";
import { protectAuditLog } from "./protect-audit-log.ts";

let home: string;
let postgres: PostgresEngine;
let client: Client;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "intermesh-audit-"));
  postgres = await startPostgres({ directory: path.join(home, "postgres"), logFile: path.join(home, "log"), superuserPassword: "a", databasePassword: "b", durable: false });
  await protectAuditLog(postgres.adminUrl, "open");
  await migrate(postgres.url);
  for (let start = 0; start < 2; start++) await protectAuditLog(postgres.adminUrl, "closed");
  client = new Client({ connectionString: postgres.url });
  await client.connect();
}, 120_000);
afterAll(async () => {
  await client?.end();
  await postgres?.stop();
  await rm(home, { recursive: true, force: true });
});

it("lets the product's role add to the audit log and read it", async () => {
  await client.query("insert into audit_log (actor, actor_name, action, subject) values ('person 1', 'Ada', 'test', 'test')");
  expect((await client.query("select count(*)::int as n from audit_log")).rows).toEqual([{ n: 1 }]);
});

it.each([
  "update audit_log set actor = 'nobody'", "delete from audit_log", "truncate audit_log", "drop table audit_log", "alter table audit_log disable trigger all", "drop trigger audit_log_append_only on audit_log",
  "create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$", "alter table audit_log owner to intermesh", "drop schema public cascade", "set role intermesh_audit",
])("refuses it: %s", async (statement) => {
  await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/);
});

it("lets migrations work on it, and new tables be made", async () => {
  await client.query("create table something (id int)");
  await protectAuditLog(postgres.adminUrl, "open");
  await client.query("alter table audit_log add column note text");
  await protectAuditLog(postgres.adminUrl, "closed");
  await expect(client.query("alter table audit_log drop column note")).rejects.toThrow(/must be owner/);
});
