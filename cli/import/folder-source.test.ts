import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { folderSource } from "./folder-source.ts";

const openapi = (title: string, ref = "") => `openapi: 3.1.0\ninfo: { title: ${title}, version: "1" }\npaths:\n  /a:\n    ${ref || "get: { responses: {} }"}\n`;

async function folderOf(files: Record<string, string>): Promise<string> {
  const base = await mkdtemp(path.join(tmpdir(), "intermesh-import-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(base, name)), { recursive: true });
    await writeFile(path.join(base, name), text);
  }
  return base;
}

it("takes each root document with the files it needs, and names what is none", async () => {
  const base = await folderOf({
    "orders/api.yaml": openapi("Orders", "$ref: parts/a.yaml"),
    "orders/parts/a.yaml": "get: { responses: {} }\n",
    "billing/api.yaml": openapi("Orders"),
    "package.json": "{}",
    "README.md": "openapi: 3.1.0",
    "node_modules/x/openapi.yaml": openapi("Not ours"),
  });
  await symlink(path.join(base, "orders"), path.join(base, "linked"));
  const source = await folderSource(base, { name: "here", folder: "here" });
  const documents = await Promise.all(source.series.flat().map(async ({ path, query, load }) => ({ path, root: query["root"], query: query["path"], files: (await load()).map((file) => file.path) })));
  expect(documents).toEqual([
    { path: "billing/api.yaml", root: undefined, query: "billing/api.yaml", files: ["billing/api.yaml"] },
    { path: "orders/api.yaml", root: "orders/api.yaml", query: "orders/api.yaml", files: ["orders/api.yaml", "orders/parts/a.yaml"] },
  ]);
  expect(source.skipped.map(({ path }) => path)).toEqual(["package.json"]);
});

it("takes documents as versions of one interface where the map says so, in its order", async () => {
  const base = await folderOf({ "2.yaml": openapi("Orders"), "1.yaml": openapi("Orders"), "other.yaml": openapi("Other") });
  const source = await folderSource(base, { name: "here", folder: "here" }, { interfaces: [{ interface: "orders", versions: ["1.yaml", "2.yaml"] }] });
  expect(source.series.map((series) => series.map(({ path, query }) => [path, query["interface"]]))).toEqual([
    [["1.yaml", "orders"], ["2.yaml", "orders"]],
    [["other.yaml", undefined]],
  ]);
  await expect(folderSource(base, { name: "here" }, { interfaces: [{ interface: "orders", versions: ["3.yaml"] }] })).rejects.toThrow("names 3.yaml");
});
