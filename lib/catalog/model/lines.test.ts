import { afterAll, beforeAll, expect, it } from "vitest";
import { settings } from "#db/schema/system/settings.ts";
import { getInterface } from "../interfaces/get-interface.ts";
import { listInterfaces } from "../interfaces/list-interfaces.ts";
import { listOperations } from "../parts/list-operations.ts";
import { listVersions } from "../versions/list-versions.ts";
import { type Catalog, openapi, openCatalog } from "../testing.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
afterAll(() => catalog.close());

const operationsOf = async (slug: string, line?: string) => (await listOperations({ ctx: catalog.admin, input: { slug, line: line ?? null } })).map((operation) => operation.key);

it("keeps a current version for each line, the line `default` where none is named", async () => {
  await catalog.publish(openapi({ version: "1.0.0", paths: ["/v1"] }), { interface: "lines" });
  await catalog.publish(openapi({ version: "2.0.0", paths: ["/v2"] }), { interface: "lines", line: "v2" });
  await catalog.publish(openapi({ version: "1.0.1", paths: ["/v1", "/v1/more"] }), { interface: "lines" });
  expect(await operationsOf("lines")).toEqual(["GET /v1", "GET /v1/more"]);
  expect(await operationsOf("lines", "v2")).toEqual(["GET /v2"]);
  const { line, lines, version } = await getInterface({ ctx: catalog.admin, input: { slug: "lines" } });
  expect({ line, lines: lines.map(({ name }) => name), sequence: version.sequence }).toEqual({ line: "default", lines: ["default", "v2"], sequence: 2 });
  const versions = await listVersions({ ctx: catalog.admin, input: { slug: "lines" } });
  expect(versions.map(({ line, sequence, isCurrent }) => [line, sequence, isCurrent])).toEqual([["default", 2, true], ["v2", 1, true], ["default", 1, false]]);
});

it("lists an interface once, however many lines it has", async () => {
  const { items, total } = await listInterfaces({ ctx: catalog.admin, input: {} });
  expect(items).toMatchObject([{ slug: "lines", line: "default", sequence: 2 }]);
  expect(total).toBe(1);
});

it("names a line by the major version if the installation says so, unless the publisher names one", async () => {
  await catalog.db.insert(settings).values({ key: "lines.byMajorVersion", value: true });
  const lineOf = async (version: string, line?: string) => (await catalog.publish(openapi({ title: "Majors", version, paths: [`/${version}`] }), { interface: "majors", ...(line ? { line } : {}) })).line;
  expect([await lineOf("1.4.0"), await lineOf("2.0.0"), await lineOf("v3"), await lineOf("2024-01-01"), await lineOf("draft"), await lineOf("2.1.0", "next")]).toEqual(["v1", "v2", "v3", "default", "default", "next"]);
});

it("calls a document unchanged that equals the newest of its line, not one before it", async () => {
  const publish = (paths: string[], line?: string) => catalog.publish(openapi({ title: "Back and forth", paths }), { interface: "unchanged", line: line ?? "default" });
  const statuses = [];
  for (const paths of [["/a"], ["/a"], ["/b"], ["/a"], ["/a"]]) statuses.push(await publish(paths));
  expect(statuses.map(({ status, version }) => `${status} ${version.sequence}`)).toEqual(["published 1", "unchanged 1", "published 2", "published 3", "unchanged 3"]);
  expect(await publish(["/a"], "other")).toMatchObject({ status: "published", version: { sequence: 1 } });
});

it("compares all files of a document", async () => {
  const root = "openapi: 3.1.0\ninfo: { title: Files, version: '1' }\npaths:\n  /a:\n    get:\n      responses: { '200': { description: x, content: { application/json: { schema: { $ref: 'common.yaml#/Money' } } } } }\n";
  const publish = (type: string, extra: Record<string, string> = {}) => catalog.publish({ "root.yaml": root, "common.yaml": `Money: { type: ${type} }\n`, ...extra }, { interface: "files", root: "root.yaml" });
  expect(await publish("string")).toMatchObject({ status: "published", version: { sequence: 1 } });
  expect(await publish("number")).toMatchObject({ status: "published", version: { sequence: 2 } });
  expect(await publish("number", { "unused.yaml": "a: 1\n" })).toMatchObject({ status: "unchanged", version: { sequence: 2 } });
});
