import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#lib/auth/context.ts";
import { addPerson } from "#lib/auth/testing.ts";
import { documentUrl } from "../urls/document-url.ts";
import { indexInterface } from "#lib/search/jobs/index-interface.ts";
import { removeFromIndex } from "#lib/search/jobs/remove-from-index.ts";
import { search as ask } from "#lib/search/search.ts";
import { openapi, openSearch } from "#lib/search/testing.ts";
import { addPartRule } from "../access/add-part-rule.ts";
import { changeVisibility } from "../access/change-visibility.ts";
import { grantAccess } from "../access/grant-access.ts";
import { deleteInterface } from "../interfaces/delete-interface.ts";
import { retireInterface } from "../interfaces/retire-interface.ts";
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
