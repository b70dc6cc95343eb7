import { afterAll, beforeAll, expect, it } from "vitest";
import { versions } from "#db/schema/document/versions.ts";
import { batches } from "#db/schema/document/batches.ts";
import { type Catalog, openapi, openCatalog, partsOf } from "../testing.ts";
import { publishSpec } from "../publish/publish-spec.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
afterAll(() => catalog.close());

const commit = { repository: "git.example/mono", commit: "4f2a1c", ref: "refs/heads/main" };
const publishAll = (files: Record<string, string>, options = {}) => publishSpec({ ctx: catalog.admin, input: { parts: partsOf(files), options: { ...commit, ...options } } });
const tables = ["interfaces", "versions", "batches", "lines", "blobs", "audit_log", "operations"];
const counts = async () => Promise.all(tables.map((table) => catalog.count(table)));

it("takes several documents of one commit as one batch, each known by its path, in one transaction", async () => {
  const published = await publishAll({ "a/openapi.yaml": openapi({ title: "A" }), "b/openapi.yaml": openapi({ title: "B" }), "README.md": "# no document" });
  expect(published.map(({ status, interface: subject }) => `${status} ${subject.slug}`)).toEqual(["published a", "published b"]);
  const rows = await catalog.db.select({ batchId: versions.batchId, source: versions.source }).from(versions);
  expect(rows.map(({ source }) => source).sort()).toEqual(["a/openapi.yaml", "b/openapi.yaml"]);
  expect(new Set(rows.map(({ batchId }) => batchId)).size).toBe(1);
  expect(await catalog.db.select({ repository: batches.repository, commit: batches.commit, ref: batches.ref }).from(batches)).toEqual([commit]);
});

it("finds the same interfaces again by their paths, and changes only what changed", async () => {
  const again = await publishAll({ "a/openapi.yaml": openapi({ title: "A" }), "b/openapi.yaml": openapi({ title: "B, renamed" }) }, { commit: "99aa11" });
  expect(again.map(({ status, interface: subject, version }) => `${status} ${subject.slug} ${version.sequence}`)).toEqual(["unchanged a 1", "published b 2"]);
});

it("stores nothing at all when one of its documents cannot be understood", async () => {
  const before = await counts();
  await expect(publishAll({ "c/openapi.yaml": openapi({ title: "C" }), "d/openapi.yaml": "openapi: 3.1.0\ninfo: [nonsense\n" })).rejects.toMatchObject({ status: 422, detail: { diagnostics: [expect.objectContaining({ file: "d/openapi.yaml" })] } });
  expect(await counts()).toEqual(before);
});

it("stores nothing at all when one of its documents is refused", async () => {
  await catalog.team("others");
  await publishAll({ "z/openapi.yaml": openapi({ title: "Z" }) }, { owner: "others", path: "z/openapi.yaml" });
  const before = await counts();
  const parts = partsOf({ "y/openapi.yaml": openapi({ title: "Y" }), "z/openapi.yaml": openapi({ title: "Z", version: "2" }) });
  await expect(publishSpec({ ctx: catalog.outsider, input: { parts, options: commit } })).rejects.toMatchObject({ status: 403 });
  // The refusal itself is on record.
  await expect.poll(counts).toEqual(before.map((count, index) => count + (tables[index] === "audit_log" ? 1 : 0)));
});

it("asks which document is meant where only one is named", async () => {
  await expect(publishAll({ "e.yaml": openapi({ title: "E" }), "f.yaml": openapi({ title: "F" }) }, { interface: "one" })).rejects.toMatchObject({ status: 400, detail: { fields: { root: "needed" } } });
});
