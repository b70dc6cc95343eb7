import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { readingScope } from "#lib/auth/scope.ts";
import { dispatch } from "#lib/api/dispatch.ts";
import { addPerson, contextOf } from "#lib/auth/testing.ts";
import { actorOfToken } from "#lib/auth/tokens/actor-of-token.ts";
import { createToken, type CreateTokenInput } from "#lib/auth/tokens/create-token.ts";
import { grantAccess } from "../access/grant-access.ts";
import { checkSpec } from "../comparisons/check-spec.ts";
import { deleteInterface } from "../interfaces/delete-interface.ts";
import { getService } from "../services/get-service.ts";
import { listInterfaces } from "../interfaces/list-interfaces.ts";
import { renameInterface } from "../interfaces/rename-interface.ts";
import { type Catalog, openapi, openCatalog } from "../testing.ts";

let catalog: Catalog;
let owners: Awaited<ReturnType<Catalog["team"]>>;
let others: Awaited<ReturnType<Catalog["team"]>>;
beforeAll(async () => {
  catalog = await openCatalog();
  [owners, others] = [await catalog.team("owners"), await catalog.team("others")];
  await catalog.publish(openapi({ title: "One" }), { interface: "one", owner: "owners", service: "one-service" });
  await catalog.publish(openapi({ title: "Two" }), { interface: "two", owner: "owners" });
  await catalog.publish(openapi({ title: "Theirs" }), { interface: "theirs", owner: "others", service: "their-service" });
});
afterAll(() => catalog.close());

const tokenOf = async (ctx: Ctx, input: Partial<CreateTokenInput>) => {
  const { secret } = await createToken({ ctx, input: { name: "ci", scopes: ["publish"], ...input } });
  return async () => contextOf(catalog.db, await actorOfToken(catalog.db, secret));
};
const stored = async (slug: string) => (await catalog.db.select({ owner: interfaces.ownerTeamId, visibility: interfaces.visibility }).from(interfaces).where(eq(interfaces.slug, slug)))[0];

it("a token limited to an interface publishes to that and to nothing else", async () => {
  const ctx = await (await tokenOf(owners.maintainer, { team: "owners", interface: "one" }))();
  expect(await catalog.publish(openapi({ title: "One", version: "2" }), { interface: "one", service: "one-service" }, ctx)).toMatchObject({ status: "published" });
  await expect(catalog.publish(openapi({ title: "Two", version: "2" }), { interface: "two" }, ctx)).rejects.toMatchObject({ status: 403 });
  await expect(catalog.publish(openapi({ title: "Three" }), { interface: "three" }, ctx)).rejects.toMatchObject({ status: 403 });
});

it("is limited only to what its maker may publish to", async () => {
  await expect(createToken({ ctx: owners.maintainer, input: { name: "x", scopes: ["publish"], interface: "theirs" } })).rejects.toMatchObject({ status: 403 });
  await expect(createToken({ ctx: owners.maintainer, input: { name: "x", scopes: ["read"], interface: "one" } })).rejects.toMatchObject({ status: 400 });
  await catalog.publish(openapi({ title: "Secret" }), { interface: "secret", owner: "others", visibility: "private" });
  const refusals = await Promise.all(["secret", "nothing"].map((slug) => createToken({ ctx: owners.maintainer, input: { name: "x", scopes: ["publish"], interface: slug } }).catch((error: Error & { detail: unknown }) => JSON.stringify(error.detail).replace(slug, "it"))));
  expect(refusals[0]).toBe(refusals[1]);
});

it("a publish token transfers nothing, widens nothing and speaks for no other service", async () => {
  const ctx = await (await tokenOf(owners.maintainer, { team: "owners" }))();
  await expect(catalog.publish(openapi({ title: "One", version: "3" }), { interface: "one", owner: "others" }, ctx)).rejects.toMatchObject({ status: 400 });
  const told = await catalog.publish(openapi({ title: "One", version: "4" }), { interface: "one", visibility: "public" }, ctx);
  expect(told.notices).toEqual([expect.stringContaining("It stays `internal`, not `public`")]);
  // Nor where nothing needs to be read, since nothing changed.
  expect((await catalog.publish(openapi({ title: "One", version: "4" }), { interface: "one", visibility: "public" }, ctx)).notices).toEqual(told.notices);
  expect(await stored("one")).toEqual({ owner: owners.id, visibility: "internal" });
  await expect(catalog.publish(openapi({ title: "One", version: "5" }), { interface: "one", service: "their-service" }, ctx)).rejects.toMatchObject({ status: 403 });
  expect((await getService({ ctx: catalog.admin, input: { slug: "their-service" } })).interfaces.map(({ slug }) => slug)).toEqual(["theirs"]);
  await expect(renameInterface({ ctx, input: { slug: "one", newSlug: "renamed" } })).rejects.toMatchObject({ status: 403 });
  await expect(deleteInterface({ ctx, input: { slug: "one" } })).rejects.toMatchObject({ status: 403 });
});

it("a token of one who left the team publishes for it no more", async () => {
  const context = await tokenOf(others.member, {});
  expect(await catalog.publish(openapi({ title: "Theirs", version: "2" }), { interface: "theirs" }, await context())).toMatchObject({ status: "published" });
  await catalog.db.delete(memberships).where(eq(memberships.userId, accountIdOf(others.member.actor) ?? ""));
  await expect(catalog.publish(openapi({ title: "Theirs", version: "3" }), { interface: "theirs" }, await context())).rejects.toMatchObject({ status: 403 });
});

it("reads what it may publish to and nothing else, unless it has the scope `read`", async () => {
  await catalog.publish(openapi({ title: "Open to all" }), { interface: "open-to-all", owner: "others" });
  await catalog.publish(openapi({ title: "Lent" }), { interface: "lent", owner: "others", visibility: "private" });
  await grantAccess({ ctx: catalog.admin, input: { slug: "lent", team: "owners", granted: true } });
  const slugs = async (input: Partial<CreateTokenInput>) => {
    const { actor, scope } = await (await tokenOf(owners.maintainer, { team: "owners", ...input }))();
    const { items } = await listInterfaces({ ctx: { ...owners.maintainer, actor, scope: readingScope(actor, scope) }, input: {} });
    return items.map(({ slug }) => slug).sort().join(" ");
  };
  expect(await slugs({})).toBe("one two");
  expect(await slugs({ interface: "two" })).toBe("two");
  expect(await slugs({ scopes: ["publish", "read"] })).toBe("lent one open-to-all theirs two");
});

it("a check tells a publish token what its own interface would change and whom that touches, and nothing of another team's", async () => {
  const ctx = await (await tokenOf(owners.maintainer, { team: "owners" }))();
  await catalog.publish(openapi({ title: "Checked" }), { interface: "checked", owner: "owners" });
  await catalog.db.execute(sql`with used as (insert into dependencies (from_service_id, to_interface_id, flow) select s.id, i.id, 'call' from services s, interfaces i where s.slug = 'their-service' and i.slug = 'checked' returning id) insert into evidence (dependency_id, kind, source) select id, 'declared', 'person x' from used`);
  const check = (slug: string) => checkSpec({ ctx, input: { parts: [{ name: "api.yaml", bytes: new TextEncoder().encode(openapi({ title: "Next" }).replaceAll("/orders", "/parcels")) }], options: { interface: slug } } });
  const [own] = await check("checked");
  expect(own?.comparison).toMatchObject({ tally: { verdict: "breaking" }, impact: { consumers: [{ slug: "their-service" }] } });
  await expect(check("theirs")).rejects.toMatchObject({ status: 403 });
});

it("says which address was given where the one asked for is taken, beforehand too, and again when publishing again", async () => {
  const ctx = await (await tokenOf(owners.maintainer, { team: "owners" }))();
  await catalog.publish(openapi({ title: "Theirs alone" }), { interface: "billing", owner: "others", visibility: "private" });
  const document = openapi({ title: "Our billing" });
  const [checked] = await checkSpec({ ctx, input: { parts: [{ name: "api.yaml", bytes: new TextEncoder().encode(document) }], options: { interface: "billing" } } });
  const words = "The address is `billing-2`, since `billing` is taken.";
  expect(checked?.target).toEqual({ kind: "new", slug: "billing-2", notice: words });
  expect(await catalog.publish(document, { interface: "billing" }, ctx)).toMatchObject({ interface: { slug: "billing-2" }, notices: [words] });
  expect(await catalog.publish(document, { interface: "billing" }, ctx)).toMatchObject({ status: "unchanged", notices: [words] });
  expect((await catalog.publish(openapi({ title: "One", version: "6" }), { interface: "one" }, ctx)).notices).toEqual([]);
});

it("a team's token takes nothing that nobody owns, with an owner named or without; a person may, and the token makes new things", async () => {
  const ctx = await (await tokenOf(owners.maintainer, { team: "owners" }))();
  await catalog.publish(openapi({ title: "Nobody's" }), { interface: "nobodys" });
  for (const owner of [{}, { owner: "owners" }]) await expect(catalog.publish(openapi({ title: "Nobody's", version: "2" }), { interface: "nobodys", ...owner }, ctx)).rejects.toMatchObject({ status: 403 });
  expect((await stored("nobodys"))?.owner).toBeNull();
  await catalog.publish(openapi({ title: "Fresh" }), { interface: "fresh" }, ctx);
  expect((await stored("fresh"))?.owner).toBe(owners.id);
  expect(await catalog.publish(openapi({ title: "Fresh", version: "2" }), { interface: "fresh" }, ctx)).toMatchObject({ status: "published" });
});

it("tokens of every scope are in an administrator's list, a directory's too", async () => {
  const admin = await addPerson(catalog.db, { role: "admin" });
  await createToken({ ctx: admin, input: { name: "directory", scopes: ["provision"] } });
  const { secret } = await createToken({ ctx: admin, input: { name: "everything", scopes: ["admin"] } });
  const answer = await dispatch(new Request("http://localhost/api/v1/tokens", { headers: { authorization: `Bearer ${secret}` } }));
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("provision");
});
