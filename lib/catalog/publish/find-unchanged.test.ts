import { afterAll, beforeAll, expect, it } from "vitest";
import { UnauthenticatedError } from "#lib/errors.ts";
import { contextOf } from "#lib/auth/testing.ts";
import { type Catalog, openapi, openCatalog, partsOf } from "../testing.ts";
import { findUnchanged } from "./find-unchanged.ts";
import { PublishOptions } from "./publish-spec-input.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
afterAll(() => catalog.close());

const find = (text: string, options: PublishOptions, strict = false) => findUnchanged(catalog.admin, partsOf(text), PublishOptions.parse(options), strict);
const place = { repository: "git.example/unchanged", path: "openapi.yaml" };

it("knows the newest text of a named line again without reading it, with what reading it found", async () => {
  const text = openapi({ title: "Known Again" });
  expect(await find(text, place)).toBeNull();
  const published = await catalog.publish(text, place);
  expect(await find(text, place)).toEqual({ ...published, status: "unchanged" });
  expect(await catalog.publish(text, place)).toEqual({ ...published, status: "unchanged" });
});

it("has no answer for an earlier text, another line, an unnamed document, or a service to record", async () => {
  const [first, second] = [openapi({ title: "Moving On" }), openapi({ title: "Moving On", version: "2" })];
  const named = { interface: "moving-on" };
  await catalog.publish(first, named);
  await catalog.publish(second, named);
  expect(await find(second, named)).toMatchObject({ version: { sequence: 2 } });
  expect(await find(first, named)).toBeNull();
  expect(await find(second, { ...named, line: "v2" })).toBeNull();
  expect(await find(second, {})).toBeNull();
  expect(await find(second, { ...named, service: "mover" })).toBeNull();
});

it("lets a strict publisher hear of a stored document that breaks its specification", async () => {
  const broken = openapi({ title: "Broken" }).replace("paths:", "unheard-of: true\npaths:");
  const published = await catalog.publish(broken, { interface: "broken" });
  expect(published.valid).toBe(false);
  expect(await find(broken, { interface: "broken" })).toMatchObject({ status: "unchanged", valid: false });
  expect(await find(broken, { interface: "broken" }, true)).toBeNull();
});

it("tells an outsider nothing", async () => {
  const text = openapi({ title: "Quiet" });
  await catalog.publish(text, { interface: "quiet", visibility: "private" });
  const visitor = contextOf(catalog.admin.db, { kind: "anonymous" });
  expect(await findUnchanged(visitor, partsOf(text), PublishOptions.parse({ interface: "quiet" }), false)).toBeNull();
  await catalog.publish(text, { interface: "open", visibility: "public" });
  await expect(findUnchanged(visitor, partsOf(text), PublishOptions.parse({ interface: "open" }), false)).rejects.toThrow(UnauthenticatedError);
});
