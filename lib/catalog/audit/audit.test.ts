import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settledRefusals } from "#lib/auth/audit/record-refusal.ts";
import { actorOfToken } from "#lib/auth/tokens/actor-of-token.ts";
import { createToken } from "#lib/auth/tokens/create-token.ts";
import { revokeToken } from "#lib/auth/tokens/revoke-token.ts";
import { deleteInterface } from "../interfaces/delete-interface.ts";
import { retireInterface } from "../interfaces/retire-interface.ts";
import { type Catalog, openapi, openCatalog } from "../testing.ts";
import { listAudit, ListAuditInput } from "./list-audit.ts";
import { auditAsCsv, auditAsNdjson } from "./write-audit.ts";

let catalog: Catalog;
let owners: Awaited<ReturnType<Catalog["team"]>>;
beforeAll(async () => {
  catalog = await openCatalog();
  owners = await catalog.team("owners");
  await catalog.publish(openapi({ title: "Orders" }), { interface: "orders", owner: "owners" });
  await retireInterface({ ctx: { ...owners.maintainer, address: "192.0.2.7", requestId: "asked-1" }, input: { slug: "orders", retired: true } });
  await deleteInterface({ ctx: { ...owners.member, address: "192.0.2.8" }, input: { slug: "orders" } }).catch(() => undefined);
  await settledRefusals();
});
afterAll(() => catalog.close());

const actions = async (input: Parameters<typeof listAudit>[0]["input"]) => (await listAudit({ ctx: catalog.admin, input })).items.map(({ action, outcome }) => `${action} ${outcome}`);

describe("the audit log", () => {
  it("says who did what to which thing from where, refusals too", async () => {
    const { items } = await listAudit({ ctx: catalog.admin, input: { action: "interface.retire" } });
    expect(items).toMatchObject([{ actor: expect.stringMatching(/^person /), actorName: expect.stringMatching(/^Person/), subject: "interface", subjectName: "orders", address: "192.0.2.7", requestId: "asked-1", outcome: "done" }]);
    expect((await listAudit({ ctx: catalog.admin, input: { outcome: "refused" } })).items).toMatchObject([{ action: "interface.delete", subjectName: "orders", address: "192.0.2.8" }]);
  });

  it("is filtered by actor, action, subject and time, and paged", async () => {
    expect(await actions({ action: "interface." })).toEqual(["interface.delete refused", "interface.retire done", "interface.publish done", "interface.create done"]);
    expect(await actions({ actor: "system test" })).toEqual(["interface.publish done", "interface.create done"]);
    expect(await actions({ subject: "orders", outcome: "done", limit: 1 })).toEqual(["interface.retire done"]);
    expect(await actions({ to: "2020-01-01" })).toEqual([]);
    expect(await actions({ address: "192.0.2.7", to: new Date().toISOString().slice(0, 10) })).toEqual(["interface.retire done"]);
    const first = await listAudit({ ctx: catalog.admin, input: { action: "interface.", limit: 2 } });
    expect(await actions({ action: "interface.", cursor: Number(first.next) })).toEqual(["interface.publish done", "interface.create done"]);
  });

  it("tells of a token that is still used after its end", async () => {
    const { id, secret } = await createToken({ ctx: owners.member, input: { name: "old", scopes: ["read"] } });
    await revokeToken({ ctx: owners.member, id });
    for (let use = 0; use < 3; use++) await expect(actorOfToken(catalog.db, secret, { requestId: "r", address: "192.0.2.9" })).rejects.toMatchObject({ status: 401 });
    await settledRefusals();
    expect((await listAudit({ ctx: catalog.admin, input: { action: "token.use" } })).items).toMatchObject([{ actor: `token ${id}`, subjectName: "old", address: "192.0.2.9", outcome: "refused" }]);
  });

  it("holds no secret, of whatever was done", async () => {
    const { secret } = await createToken({ ctx: owners.member, input: { name: "kept", scopes: ["read"] } });
    expect(auditAsNdjson((await listAudit({ ctx: catalog.admin, input: {} })).items)).not.toContain(secret.slice(8));
  });

  it("is for administrators", async () => {
    for (const [ctx, status] of [[catalog.visitor, 401], [owners.maintainer, 403]] as const) await expect(listAudit({ ctx, input: {} })).rejects.toMatchObject({ status });
  });

  it("is not changed, shortened or emptied, whatever the application runs", async () => {
    for (const statement of ["update audit_log set actor = 'nobody'", "delete from audit_log", "truncate audit_log"]) await expect(catalog.db.execute(sql.raw(statement))).rejects.toThrow();
  });
});

it("is exported as a table that no spreadsheet runs, and as lines of JSON", async () => {
  const row = { id: 1, at: new Date(0), actor: "person 1", actorName: '=cmd("x")', action: "a", subject: "s", subjectId: null, subjectName: 'two\nlines, "quoted"', outcome: "done" as const, detail: { a: 1 }, requestId: null, address: null };
  expect(auditAsCsv([row])).toBe('id,at,actor,actorName,action,subject,subjectId,subjectName,outcome,detail,requestId,address\r\n1,1970-01-01T00:00:00.000Z,person 1,"\'=cmd(""x"")",a,s,,"two\nlines, ""quoted""",done,"{""a"":1}",,\r\n');
  expect(auditAsNdjson([row, row]).trim().split("\n").map((line) => JSON.parse(line).id)).toEqual([1, 1]);
});

it("says how a day or a time is written", () => {
  for (const field of ["from", "to"]) expect(ListAuditInput.safeParse({ [field]: "notadate" }).error?.issues[0]?.message).toBe("A day such as 2026-03-31, or a time such as 2026-03-31T12:00:00Z.");
});
