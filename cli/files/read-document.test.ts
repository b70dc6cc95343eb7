import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { readDocument } from "./read-document.ts";

it("reads a document with what it refers to, within its base only", async () => {
  const base = await mkdtemp(path.join(tmpdir(), "intermesh-read-"));
  await mkdir(path.join(base, "api"));
  await writeFile(path.join(base, "api", "root.yaml"), 'a: { $ref: "../common.yaml#/x" }\nb: { $ref: "../../../etc/passwd" }\nc: { $ref: missing.yaml }\n');
  await writeFile(path.join(base, "common.yaml"), "x: { $ref: api/root.yaml }\n");
  const { root, files } = await readDocument(path.join(base, "api", "root.yaml"), base);
  expect({ root, files: files.map((file) => file.path) }).toEqual({ root: "api/root.yaml", files: ["api/root.yaml", "common.yaml"] });
  await expect(readDocument(path.join(base, "none.yaml"), base)).rejects.toThrow("cannot be read (ENOENT)");
  await expect(readDocument(path.join(base, "api"), base)).rejects.toThrow("api is a folder. Name the document in it.");
});
