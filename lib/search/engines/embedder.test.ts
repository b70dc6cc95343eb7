import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentUrl } from "#lib/catalog/urls/document-url.ts";
import { ensureIndex, rebuildIndex } from "../jobs/rebuild-index.ts";
import { search } from "../search.ts";
import { insider, openapi, openSearch } from "../testing.ts";
import { embedderOf, isInside } from "./embedder.ts";
import { MeilisearchEngine } from "./meilisearch.ts";

// Read before a catalog is opened, which searches by PostgreSQL.
const [meiliUrl, key] = [process.env.MEILI_URL, process.env.MEILI_MASTER_KEY];

describe("where an embedder is", () => {
  it.each(["http://localhost:11434", "http://127.0.0.1:1", "http://10.1.2.3/x", "http://embedder:80", "http://a.internal"])("takes %s for inside", (url) => expect(isInside(url)).toBe(true));
  it.each(["https://api.example.com/v1", "http://8.8.8.8", "http://172.32.0.1", "nonsense"])("takes %s for outside", (url) => expect(isInside(url)).toBe(false));

  it("lets one outside read what is public, and all where an administrator says so", () => {
    const shy = { kind: "operation", audience: ["internal"] } as never;
    const outside = { MEILI_EMBEDDER: "openAi", MEILI_EMBEDDER_API_KEY: "x" } as const;
    expect(embedderOf(outside)?.mayRead(shy)).toBe(false);
    expect(embedderOf({ ...outside, MEILI_EMBEDDER_READS: "all" })?.mayRead(shy)).toBe(true);
    expect(embedderOf({ MEILI_EMBEDDER: "ollama" })?.mayRead(shy)).toBe(true);
    expect(embedderOf({})).toBeNull();
  });
});

describe.skipIf(!meiliUrl)("hybrid search", () => {
  const read: string[] = [];
  let answers = true;
  // Two meanings: giving money back, and anything else.
  const vectorOf = (text: string) => (/refund|reimburse/i.test(text) ? [1, 0, 0] : [0, 1, 0]);
  const embedder = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { input } = JSON.parse(Buffer.concat(chunks).toString()) as { input: string[] };
    read.push(...input);
    response.writeHead(answers ? 200 : 500, { "content-type": "application/json" }).end(JSON.stringify({ data: input.map((text) => ({ embedding: vectorOf(text) })) }));
  });
  let opened: Awaited<ReturnType<typeof openSearch>>;
  let server: MeilisearchEngine;
  const ask = (query: string) => search({ engine: server, urlOf: documentUrl }, { query, scope: insider });

  beforeAll(async () => {
    await new Promise<void>((resolve) => embedder.listen(0, "127.0.0.1", resolve));
    opened = await openSearch();
    await opened.add(openapi({ title: "Refunds", paths: ["/refunds"] }), { interface: "refunds", visibility: "public" });
    await opened.add(openapi({ title: "Refund plans", paths: ["/refund-plans"] }), { interface: "plans", visibility: "internal" });
    const url = `http://127.0.0.1:${(embedder.address() as AddressInfo).port}/embed`;
    const configured = embedderOf({
      MEILI_EMBEDDER: "rest", MEILI_EMBEDDER_URL: url, MEILI_EMBEDDER_DIMENSIONS: 3, MEILI_EMBEDDER_READS: "public",
      MEILI_EMBEDDER_REQUEST: '{"input":["{{text}}","{{..}}"]}', MEILI_EMBEDDER_RESPONSE: '{"data":[{"embedding":"{{embedding}}"},"{{..}}"]}',
    });
    server = new MeilisearchEngine({ url: meiliUrl ?? "", key, index: opened.server?.index ?? "", embedder: configured });
    await ensureIndex(opened.db, server);
  });
  afterAll(async () => {
    await opened.close();
    embedder.close();
  });

  it("finds what means the same in other words", async () => {
    expect((await ask("reimburse somebody")).results[0]?.interface?.slug).toBe("refunds");
  });

  it("shows the embedder nothing that is not public", () => {
    expect(read.some((text) => text.includes("Refunds"))).toBe(true);
    expect(read.filter((text) => /plans/i.test(text))).toEqual([]);
  });

  it("still finds by words what the embedder may not read, and everything while the embedder fails", async () => {
    expect((await ask("refund plans")).results[0]?.key).toBe("plans");
    answers = false;
    expect((await ask("refund plans")).results[0]?.key).toBe("plans");
    answers = true;
  });

  it("builds the index anew when the embedder changes, and without it when there is none", async () => {
    const plain = new MeilisearchEngine({ url: meiliUrl ?? "", key, index: server.index });
    await ensureIndex(opened.db, plain);
    expect(Object.keys((await plain.client.index(plain.index).getSettings()).embedders ?? {})).toEqual([]);
    await rebuildIndex(opened.db, server);
    expect(Object.keys((await plain.client.index(plain.index).getSettings()).embedders ?? {})).toHaveLength(1);
  });
});
