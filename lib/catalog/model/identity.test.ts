import { afterAll, beforeAll, expect, it } from "vitest";
import { ConflictError } from "#lib/errors.ts";
import { checkDocument } from "../publish/check-document.ts";
import { deleteInterface } from "../interfaces/delete-interface.ts";
import { getInterface } from "../interfaces/get-interface.ts";
import { renameInterface } from "../interfaces/rename-interface.ts";
import { type Catalog, openapi, openCatalog, partsOf } from "../testing.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
afterAll(() => catalog.close());

const slugOf = async (...given: Parameters<Catalog["publish"]>) => (await catalog.publish(...given)).interface.slug;

it("knows an interface by its explicit slug, whatever title and label the document bears", async () => {
  expect(await slugOf(openapi({ title: "First name" }), { interface: "by-slug" })).toBe("by-slug");
  const second = await catalog.publish(openapi({ title: "Another name", version: "9" }), { interface: "by-slug" });
  expect(second).toMatchObject({ interface: { slug: "by-slug", title: "Another name" }, version: { sequence: 2 } });
});

it("knows an interface by repository and path, or by folder and path", async () => {
  const places = [
    { repository: "git.example/a", path: "api/openapi.yaml" },
    { repository: "git.example/b", path: "api/openapi.yaml" },
    { repository: "git.example/a", path: "other/openapi.yaml" },
    { folder: "import", path: "api/openapi.yaml" },
  ];
  const first = [];
  for (const place of places) first.push(await slugOf(openapi({ title: "Account Service" }), place));
  expect(first).toEqual(["account-service", "account-service-2", "account-service-3", "account-service-4"]);
  const again = [];
  for (const place of places) again.push(await slugOf(openapi({ title: "Account Service", version: "2" }), { ...place, path: `./${place.path}` }));
  expect(again).toEqual(first);
});

it("asks which interface is meant, with the candidates, where only a title is alike", async () => {
  await catalog.publish(openapi({ title: "Titles Prove Nothing" }));
  const other = catalog.publish(openapi({ title: "Titles Prove Nothing", paths: ["/other"] }));
  await expect(other).rejects.toThrow(ConflictError);
  await expect(other).rejects.toMatchObject({ status: 409, detail: { candidates: [{ slug: "titles-prove-nothing", title: "Titles Prove Nothing" }] } });
  expect(await slugOf(openapi({ title: "Titles Prove Nothing", paths: ["/other"] }), { new: true })).toBe("titles-prove-nothing-2");
});

it("finds the same interface for the same text without any other mark", async () => {
  const first = await catalog.publish(openapi({ title: "Same Text" }));
  expect(await catalog.publish(openapi({ title: "Same Text" }))).toMatchObject({ status: "unchanged", interface: { id: first.interface.id } });
});

it("redirects an old slug for ever and gives it to nobody else", async () => {
  const { interface: renamed } = await catalog.publish(openapi({ title: "Renamed" }), { interface: "old-name" });
  await renameInterface({ ctx: catalog.admin, input: { slug: "old-name", newSlug: "new-name" } });
  expect(await getInterface({ ctx: catalog.admin, input: { slug: "old-name" } })).toMatchObject({ id: renamed.id, slug: "new-name" });
  expect(await catalog.publish(openapi({ title: "Renamed", version: "2" }), { interface: "old-name" })).toMatchObject({ interface: { id: renamed.id, slug: "new-name" } });
  await catalog.publish(openapi({ title: "Stranger" }), { interface: "stranger" });
  await expect(renameInterface({ ctx: catalog.admin, input: { slug: "stranger", newSlug: "old-name" } })).rejects.toThrow(ConflictError);
  expect(await renameInterface({ ctx: catalog.admin, input: { slug: "new-name", newSlug: "old-name" } })).toEqual({ slug: "old-name" });
});

it("refuses slugs that addresses of the pages use", async () => {
  expect(await slugOf(openapi({ title: "All" }))).toBe("all-2");
  await expect(renameInterface({ ctx: catalog.admin, input: { slug: "all-2", newSlug: "search" } })).rejects.toThrow(ConflictError);
});

it("keeps a deleted interface's slug taken and its place free", async () => {
  const place = { repository: "git.example/deleted", path: "openapi.yaml" };
  const first = await catalog.publish(openapi({ title: "Deleted" }), place);
  await deleteInterface({ ctx: catalog.admin, input: { slug: "deleted" } });
  const second = await catalog.publish(openapi({ title: "Deleted" }), place);
  expect(second.interface.slug).toBe("deleted-2");
  expect(second.interface.id).not.toBe(first.interface.id);
});

it.each([{}, { repository: "git.example/shadow", path: "openapi.yaml" }])("gives a slug that an invisible interface holds a suffix, and the same request finds the same interface again: %j", async (place) => {
  const owner = await catalog.team(`holder-${Object.keys(place).length}`);
  const wanted = `secret-${owner.slug}`;
  await catalog.publish(openapi({ title: "Secret" }), { interface: wanted, owner: owner.slug, visibility: "private" }, owner.member);
  const first = await catalog.publish(openapi({ title: "Mine" }), { interface: wanted, ...place }, catalog.outsider);
  expect(first.interface.slug).toBe(`${wanted}-2`);
  const second = await catalog.publish(openapi({ title: "Mine", version: "2" }), { interface: wanted, ...place }, catalog.outsider);
  expect(second).toMatchObject({ interface: { slug: `${wanted}-2` }, version: { sequence: 2 } });
});

it("tells nobody by a repository and path that an invisible interface is published from there", async () => {
  const owner = await catalog.team("quiet");
  const place = { repository: "git.example/quiet", path: "openapi.yaml" };
  await catalog.publish(openapi({ title: "Quiet" }), { ...place, owner: "quiet", visibility: "private" }, owner.member);
  const [checked] = await checkDocument({ ctx: catalog.outsider, input: { parts: partsOf(openapi({ title: "Guess" })), options: place } });
  expect(checked?.target).toEqual({ kind: "new", slug: "guess" });
  const guessed = await catalog.publish(openapi({ title: "Guess" }), place, catalog.outsider);
  expect(guessed).toMatchObject({ status: "published", interface: { slug: "guess" }, version: { sequence: 1 } });
  expect(await catalog.publish(openapi({ title: "Guess", version: "2" }), place, catalog.outsider)).toMatchObject({ interface: { slug: "guess" }, version: { sequence: 2 } });
  expect(await catalog.publish(openapi({ title: "Quiet", version: "2" }), place, owner.member)).toMatchObject({ interface: { slug: "quiet" }, version: { sequence: 2 } });
});
