import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkHash, findMeilisearchBinary } from "#scripts/engines/meilisearch-binary.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "intermesh-binary-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("refuses a binary whose hash is not the known one, naming the file and what to do", async () => {
  const file = path.join(folder, "changed");
  await writeFile(file, "not the server");
  await expect(checkHash(file, "0".repeat(64))).rejects.toThrow(/changed is not the Meilisearch .* is not started .*MEILI_URL/s);
});

it("accepts a binary with the known hash", async () => {
  const file = path.join(folder, "empty");
  await writeFile(file, "");
  await expect(checkHash(file, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")).resolves.toBeUndefined();
});

it("prefers one that is installed on the machine to the package's, but not one that npm put on the path", async () => {
  const tools = path.join(folder, "tools");
  const npmTools = path.join(folder, "node_modules", ".bin");
  for (const place of [tools, npmTools]) {
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, "meilisearch"), "#!/bin/sh\n");
    await chmod(path.join(place, "meilisearch"), 0o755);
  }
  const found = await findMeilisearchBinary(folder, { ...process.env, PATH: [npmTools, tools].join(path.delimiter) });
  expect(found).toEqual({ program: path.join(tools, "meilisearch"), origin: "path" });
});
