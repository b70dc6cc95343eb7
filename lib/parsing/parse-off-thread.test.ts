import { afterAll, expect, test } from "vitest";
import { defaultLimits } from "#lib/spec/limits.ts";
import { sha256 } from "./content-hash.ts";
import { parseInProcess } from "./parse-in-process.ts";
import { ParserPool } from "./parser-pool.ts";
import { TooBusyError } from "./too-busy-error.ts";
import { zstdDecompressSync } from "node:zlib";

const pool = new ParserPool({ size: 2, waitingMax: 2, waitingBytesMax: 100_000_000 });
afterAll(() => pool.stop());

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const small = file("orders.yaml", "openapi: 3.1.0\ninfo: {title: Orders, version: '1'}\npaths:\n  /orders:\n    get:\n      responses: {'200': {description: fine}}\n");
const parse = (files = [small], limits = defaultLimits) => pool.parse({ files, limits }, limits);

/** A document that takes long and much: many paths with a schema of their own. */
function large(paths: number) {
  const entries = Array.from({ length: paths }, (_, i) => [
    `/thing${i}`,
    { get: { responses: { 200: { description: "x", content: { "application/json": { schema: { properties: { [`a${i}`]: { type: "string", description: "y".repeat(200) } } } } } } } } },
  ]);
  return file("large.json", JSON.stringify({ openapi: "3.0.3", info: { title: "Large", version: "1" }, paths: Object.fromEntries(entries) }));
}

test("gives what reading in process gives, with the texts hashed and compressed", async () => {
  const [there, here] = await Promise.all([parse(), parseInProcess([small])]);
  expect(there.parsed).toEqual(here.parsed);
  expect(there.contentHash).toBe(here.contentHash);
  expect(there.blobs.map(({ path, sha256, bytesRaw }) => ({ path, sha256, bytesRaw }))).toEqual([
    { path: "orders.yaml", sha256: sha256(small.bytes), bytesRaw: small.bytes.length },
  ]);
  expect(new Uint8Array(zstdDecompressSync(there.blobs[0]?.zstd ?? new Uint8Array()))).toEqual(small.bytes);
});

test("sends a long result in pieces and loses none of it", async () => {
  const [there, here] = await Promise.all([parse([large(1_200)]), parseInProcess([large(1_200)])]);
  expect(there.parsed).toEqual(here.parsed);
  expect(there.parsed.spec?.operations).toHaveLength(1_200);
});

test("ends a document that takes too long, naming the limit, while another is read", async () => {
  const [slow, fine] = await Promise.all([parse([large(20_000)], { ...defaultLimits, timeoutMs: 20 }), parse()]);
  expect(slow).toMatchObject({ parsed: { spec: null, diagnostics: [{ code: "too-slow", message: expect.stringContaining("limit timeoutMs") }] }, blobs: [] });
  expect(fine.parsed.spec?.title).toBe("Orders");
});

test("ends a document that takes too much memory, naming the limit, and reads the next", async () => {
  const greedy = await parse([large(60_000)], { ...defaultLimits, heapMbMax: 64 });
  expect(greedy).toMatchObject({ parsed: { spec: null, diagnostics: [{ code: "too-much-memory", message: expect.stringContaining("limit heapMbMax") }] } });
  expect((await parse()).parsed.spec?.title).toBe("Orders");
});

test("refuses what would wait behind too many others", async () => {
  const results = await Promise.allSettled([parse(), parse(), parse(), parse(), parse()]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "fulfilled", "rejected"]);
  expect(results[4]).toMatchObject({ reason: expect.any(TooBusyError) });
});
