import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { intervalMs } from "./interval.ts";
import { readVersionMap } from "./read-version-map.ts";

async function mapOf(text: string) {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "intermesh-map-")), "map.yaml");
  await writeFile(file, text);
  return readVersionMap(file);
}

it("reads which documents are versions of one interface", async () => {
  expect(await mapOf("interfaces:\n  - interface: orders\n    versions: [a.yaml, b.yaml]\n")).toEqual({ interfaces: [{ interface: "orders", versions: ["a.yaml", "b.yaml"] }] });
});

it("says where a map is wrong and how one reads", async () => {
  await expect(mapOf("interfaces:\n  - interface: Orders API\n    versions: [a.yaml]\n")).rejects.toThrow(/interfaces\.0\.interface: a slug is .*\ninterfaces:/s);
  await expect(mapOf("interfaces: [")).rejects.toThrow(/map\.yaml: /);
  await expect(readVersionMap("/nowhere/map.yaml")).rejects.toThrow("cannot be read (ENOENT)");
});

it("reads intervals, and refuses to run without a pause", () => {
  expect([intervalMs("30m"), intervalMs("1h"), intervalMs("1d")]).toEqual([1_800_000, 3_600_000, 86_400_000]);
  for (const text of ["1", "5s", "0h", "-1h", "100d"]) expect(() => intervalMs(text)).toThrow("is not an interval");
});
