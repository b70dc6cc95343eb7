import { zstdDecompressSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { defaultLimits } from "../spec/limits.ts";
import { parseInProcess } from "./parse-in-process.ts";
import { ParserPool } from "./parser-pool.ts";
import { prepareDocument } from "./prepare-document.ts";
import { TooBusyError } from "./too-busy-error.ts";

const pool = new ParserPool({
  size: 2, waitingMax: 2, waitingBytesMax: 100_000_000,
  onFault: (message) => {
    throw new Error(message);
  },
});
afterAll(() => pool.stop());

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const small = file("orders.yaml", "openapi: 3.1.0\ninfo: {title: Orders, version: '1'}\npaths:\n  /orders:\n    get:\n      responses: {'200': {description: fine}}\n");
const parse = (files = [small], limits = defaultLimits) => pool.run({ task: "parse", files, limits }, limits);

/** A document that takes long and much: many paths with a schema of their own. */
function large(paths: number) {
  const entries = Array.from({ length: paths }, (_, i) => [
    `/thing${i}`,
    { get: { responses: { 200: { description: "x", content: { "application/json": { schema: { properties: { [`a${i}`]: { type: "string", description: "y".repeat(200) } } } } } } } } },
  ]);
  return file("large.json", JSON.stringify({ openapi: "3.0.3", info: { title: "Large", version: "1" }, paths: Object.fromEntries(entries) }));
}

/** Bytes come as a plain array from the other process and as a Buffer here. */
function withoutBytes<Upload extends { blobs: { zstd: Uint8Array }[] }>(upload: Upload) {
  return { ...upload, blobs: upload.blobs.map(({ zstd: _zstd, ...blob }) => blob) };
}

test("gives what reading in process gives", async () => {
  const here = await parseInProcess([small]);
  expect(withoutBytes(await parse())).toEqual(withoutBytes(here));
  const prepared = await pool.run({ task: "prepare", files: [small] }, defaultLimits);
  expect(withoutBytes(prepared)).toEqual(withoutBytes(prepareDocument(here)));
  expect(zstdDecompressSync(prepared.blobs[0]?.zstd ?? new Uint8Array()).toString()).toBe(new TextDecoder().decode(small.bytes));
});

test("sends a long result in pieces and loses none of it", async () => {
  const there = await parse([large(1_200)]);
  expect(there.parsed.spec?.operations).toHaveLength(1_200);
  expect(withoutBytes(there)).toEqual(withoutBytes(await parseInProcess([large(1_200)])));
});

test("ends a document that takes too long, naming the limit, while another is read", async () => {
  const [slow, fine] = await Promise.all([parse([large(20_000)], { ...defaultLimits, timeoutMs: 20 }), parse()]);
  expect(slow.parsed).toMatchObject({ spec: null, diagnostics: [{ code: "too-slow", message: expect.stringContaining("limit timeoutMs") }] });
  expect(fine.parsed.spec?.title).toBe("Orders");
});

test("ends a document that takes too much memory, naming the limit, and reads the next", async () => {
  const greedy = await parse([large(60_000)], { ...defaultLimits, heapMbMax: 64 });
  expect(greedy.parsed).toMatchObject({ spec: null, diagnostics: [{ code: "too-much-memory", message: expect.stringContaining("limit heapMbMax") }] });
  expect((await parse()).parsed.spec?.title).toBe("Orders");
});

test("refuses what would wait behind too many others", async () => {
  const results = await Promise.allSettled([parse(), parse(), parse(), parse(), parse()]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "fulfilled", "rejected"]);
  expect(results[4]).toMatchObject({ reason: expect.any(TooBusyError) });
});
