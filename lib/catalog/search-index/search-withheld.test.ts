import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { services } from "#db/schema/catalog/services.ts";
import { domains } from "#db/schema/people/domains.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { addPerson } from "#lib/auth/testing.ts";
import { documentUrl } from "../urls/document-url.ts";
import { indexEntity } from "#lib/search/jobs/index-entity.ts";
import { indexInterface } from "#lib/search/jobs/index-interface.ts";
import { reconcile } from "#lib/search/jobs/reconcile.ts";
import { removeFromIndex } from "#lib/search/jobs/remove-from-index.ts";
import { makeLexicon } from "#lib/search/lexicon.ts";
import { search as ask } from "#lib/search/search.ts";
import { openapi, openSearch } from "#lib/search/testing.ts";
import { addPartRule } from "../access/add-part-rule.ts";
import { changeVisibility } from "../access/change-visibility.ts";
import { grantAccess } from "../access/grant-access.ts";
import { deleteInterface } from "../interfaces/delete-interface.ts";
import { retireInterface } from "../interfaces/retire-interface.ts";
import { deleteTeam } from "../teams/delete-team.ts";
import { createDomain, deleteDomain } from "../teams/write-domain.ts";
import { findWithheld } from "./find-withheld.ts";

// No worker runs here: what follows a change in the index does so only where a test says it.
let search: Awaited<ReturnType<typeof openSearch>>;
let owners: Awaited<ReturnType<typeof search.team>>;
let guests: typeof owners;
beforeAll(async () => {
  search = await openSearch();
  [owners, guests] = [await search.team("owners"), await search.team("guests")];
});
afterAll(() => search.close());

async function found(ctx: Ctx, query: string) {
  const withheld = await findWithheld(ctx.db, ctx.scope);
  const answers = await Promise.all(search.engines.map((engine) => ask({ engine, urlOf: documentUrl }, { query, scope: ctx.scope, withheld })));
  return answers.map(({ total, results, facets, instead }) => [total, results.length, Object.values(facets.kind ?? {}).reduce((sum, count) => sum + count, 0), instead.length].join(" "));
}
const nothing = () => search.engines.map(() => "0 0 0 0");
const add = (slug: string, visibility: "public" | "private" = "public") => search.add(openapi({ title: `The ${slug}`, paths: [`/${slug}`, `/${slug}-more`] }), { interface: slug, owner: "owners", visibility });

describe("what fewer people may see from now on", () => {
  it("is gone from hits and counts before the index knows, and stays for who may see it", async () => {
    const { interfaceId } = await add("quagga");
    await changeVisibility({ ctx: owners.maintainer, input: { slug: "quagga", visibility: "private" } });
    for (const query of ["quagga", "quaga", "in:quagga", "/quagga", '"quagga"']) {
      for (const ctx of [search.visitor, search.outsider]) expect(await found(ctx, query)).toEqual(nothing());
    }
    expect(await found(owners.member, "in:quagga")).toEqual(search.engines.map(() => "3 3 3 0"));
    await indexInterface(search.context, { interfaceId });
    expect(await search.count("withheld_interfaces")).toBe(0);
    expect(await found(search.outsider, "quagga")).toEqual(nothing());
    expect(await found(owners.member, "in:quagga")).toEqual(search.engines.map(() => "3 3 3 0"));
  });

  it("is gone for everybody when it is deleted or retired", async () => {
    const gone = await add("dodo");
    await deleteInterface({ ctx: owners.maintainer, input: { slug: "dodo" } });
    await add("moa");
    await retireInterface({ ctx: owners.maintainer, input: { slug: "moa", retired: true } });
    for (const ctx of [search.visitor, owners.member, search.admin]) for (const query of ["dodo", "moa"]) expect(await found(ctx, query)).toEqual(nothing());
    await removeFromIndex(search.context, { interfaceId: gone.interfaceId });
    expect(await search.count("withheld_interfaces")).toBe(1);
    expect(await found(search.admin, "dodo")).toEqual(nothing());
  });

  it("is gone for a team whose grant is withdrawn, and, while a rule for its parts is new, for all but its owner", async () => {
    await add("okapi", "private");
    await grantAccess({ ctx: owners.maintainer, input: { slug: "okapi", team: "guests", granted: true } });
    const { rows } = await search.db.$client.query<{ id: number }>("select id from interfaces where slug = 'okapi'");
    await indexInterface(search.context, { interfaceId: Number(rows[0]?.id) });
    expect(await found(guests.member, "okapi")).not.toEqual(nothing());
    await grantAccess({ ctx: owners.maintainer, input: { slug: "okapi", team: "guests", granted: false } });
    expect(await found(guests.member, "okapi")).toEqual(nothing());

    await add("tapir");
    await addPartRule({ ctx: owners.maintainer, input: { slug: "tapir", part: "path", pattern: "/tapir-more", visibility: "private" } });
    expect(await found(search.outsider, "/tapir-more")).toEqual(nothing());
    expect(await found(owners.member, "tapir")).not.toEqual(nothing());
  });

  it("stays withheld where another change came while the index was written", async () => {
    const { interfaceId } = await add("zebu");
    await changeVisibility({ ctx: owners.maintainer, input: { slug: "zebu", visibility: "internal" } });
    const late = { ...search.context, db: search.db };
    const indexing = indexInterface(late, { interfaceId });
    await changeVisibility({ ctx: owners.maintainer, input: { slug: "zebu", visibility: "private" } });
    await indexing;
    expect(await found(await addPerson(search.db), "zebu")).toEqual(nothing());
  });
});

describe("services, teams and domains", () => {
  const once = () => search.engines.map(() => "1 1 1 0");

  it("are gone for everybody when they are deleted, before the index knows", async () => {
    const { id: teamId } = await search.team("wombats");
    await createDomain({ ctx: search.admin, input: { slug: "burrows", name: "Burrows" } });
    const [domain] = await search.db.select({ id: domains.id }).from(domains).where(eq(domains.slug, "burrows"));
    const [service] = await search.db.insert(services).values({ slug: "digger", title: "Digger" }).returning({ id: services.id });
    const things = [{ kind: "team", id: teamId, query: "wombats" }, { kind: "domain", id: domain?.id ?? 0, query: "burrows" }, { kind: "service", id: service?.id ?? 0, query: "digger" }] as const;
    for (const { kind, id, query } of things) {
      await indexEntity(search.context, { kind, id });
      for (const ctx of [search.outsider, search.admin]) expect(await found(ctx, query)).toEqual(once());
    }
    await deleteTeam({ ctx: search.admin, input: { slug: "wombats" } });
    await deleteDomain({ ctx: search.admin, input: { slug: "burrows" } });
    await search.db.update(services).set({ deletedAt: new Date() }).where(eq(services.slug, "digger"));
    for (const { query } of things) for (const text of [query, `${query.slice(0, -1)}x`, `"${query}"`]) for (const ctx of [search.outsider, owners.member, search.admin]) expect(await found(ctx, text)).toEqual(nothing());

    expect(await search.count("withheld_entities")).toBe(3);
    for (const { kind, id } of things) await indexEntity(search.context, { kind, id });
    expect(await search.count("withheld_entities")).toBe(0);
    for (const { query } of things) expect(await found(search.admin, query)).toEqual(nothing());
  });

  it("a service is gone for those who may not see it now, and stays for its owner", async () => {
    const [service] = await search.db.insert(services).values({ slug: "numbat", title: "Numbat", ownerTeamId: owners.id }).returning({ id: services.id });
    const id = service?.id ?? 0;
    await indexEntity(search.context, { kind: "service", id });
    await search.db.update(services).set({ visibility: "private" }).where(eq(services.id, id));
    expect(await found(search.outsider, "numbat")).toEqual(nothing());
    expect(await found(owners.member, "numbat")).toEqual(once());
    await search.db.update(services).set({ ownerTeamId: guests.id }).where(eq(services.id, id));
    expect(await found(owners.member, "numbat")).toEqual(nothing());
    await indexEntity(search.context, { kind: "service", id });
    expect(await found(guests.member, "numbat")).toEqual(once());
    expect(await search.count("withheld_entities")).toBe(0);
  });

  it("one that comes back before the index was written is found", async () => {
    const [service] = await search.db.insert(services).values({ slug: "bilby", title: "Bilby" }).returning({ id: services.id });
    await indexEntity(search.context, { kind: "service", id: service?.id ?? 0 });
    await search.db.update(services).set({ deletedAt: new Date() }).where(eq(services.slug, "bilby"));
    await search.db.update(services).set({ deletedAt: null }).where(eq(services.slug, "bilby"));
    expect(await found(search.outsider, "bilby")).toEqual(once());
  });

  it("what was left withheld by a job that failed is taken up by the comparison of index and database", async () => {
    const { id } = await search.team("kowaris");
    await indexEntity(search.context, { kind: "team", id });
    await deleteTeam({ ctx: search.admin, input: { slug: "kowaris" } });
    await reconcile(search.context);
    expect(await search.count("withheld_entities")).toBe(0);
    expect(await found(search.admin, "kowaris")).toEqual(nothing());
  });
});

describe("did you mean", () => {
  it("offers no word that only what is hidden has", async () => {
    await add("ocelots");
    await add("pangolins", "private");
    const lexicon = makeLexicon(1_000, new Map([["ocelots", 20], ["pangolins", 20]]), new Map());
    const offered = async (ctx: Ctx, query: string) => {
      const withheld = await findWithheld(ctx.db, ctx.scope);
      return Promise.all(search.engines.map(async (engine) => (await ask({ engine, urlOf: documentUrl, lexicon }, { query, scope: ctx.scope, withheld })).suggestion));
    };
    const all = (text: string | null) => search.engines.map(() => text);
    expect(await offered(search.outsider, "ocelotz")).toEqual(all("ocelots"));
    expect(await offered(search.outsider, "pangolinz")).toEqual(all(null));
    expect(await offered(owners.member, "pangolinz")).toEqual(all("pangolins"));
    await deleteInterface({ ctx: owners.maintainer, input: { slug: "ocelots" } });
    expect(await offered(search.outsider, "ocelotz")).toEqual(all(null));
  });
});
