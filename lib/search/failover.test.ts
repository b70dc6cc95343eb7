import { createServer, connect, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { FailoverEngine } from "./failover.ts";
import { MeilisearchEngine } from "./engines/meilisearch.ts";
import { openapi, openSearch } from "./testing.ts";

const url = process.env.MEILI_URL;

/** Stands before the search server, so that it can be cut off, or left hanging, for these tests alone. */
async function openGate(target: string) {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let mode: "open" | "hanging" = "open";
  let server: Server;
  const start = (at: number) =>
    new Promise<number>((resolve) => {
      server = createServer((socket) => {
        sockets.add(socket.on("close", () => sockets.delete(socket)).on("error", () => {}));
        if (mode === "hanging") return;
        const upstream = connect(Number(port), hostname).on("error", () => socket.destroy());
        socket.pipe(upstream).pipe(socket).on("close", () => upstream.destroy());
      }).listen(at, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
    });
  const listening = await start(0);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => void server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${listening}`, cut, hang: async () => { mode = "hanging"; await cut(); await start(listening); }, restore: async () => { mode = "open"; await cut(); await start(listening); } };
}

describe.skipIf(!url)("failover", () => {
  let search: Awaited<ReturnType<typeof openSearch>>;
  let gate: Awaited<ReturnType<typeof openGate>>;
  let engine: FailoverEngine;
  const changes: boolean[] = [];
  beforeAll(async () => {
    search = await openSearch();
    await search.add(openapi({ title: "Orders", paths: ["/orders"] }));
    gate = await openGate(url ?? "");
    const server = new MeilisearchEngine({ url: gate.url, key: process.env.MEILI_MASTER_KEY, index: search.server?.index ?? "" });
    engine = new FailoverEngine(server, search.postgres, { retryMs: 50, onChange: (degraded) => changes.push(degraded) });
  });
  afterAll(async () => {
    engine.close();
    await gate.cut();
    await search.close();
  });

  const ask = () => search.ask(engine, "orders");
  const returned = () => vi.waitFor(async () => expect(await ask()).toMatchObject({ engine: "meilisearch", degraded: false }), { timeout: 20_000 });

  it("answers from the search server while that answers", async () => {
    expect(await ask()).toMatchObject({ engine: "meilisearch", degraded: false, results: [{ key: "orders" }, { key: "GET /orders" }] });
  });

  it("answers from PostgreSQL when the server is gone, says so, and returns when it is back", async () => {
    await gate.cut();
    expect(await ask()).toMatchObject({ engine: "postgres", degraded: true, results: [{ key: "orders" }, { key: "GET /orders" }] });
    await gate.restore();
    await returned();
  });

  it("does not wait for a server that hangs", async () => {
    await gate.hang();
    expect(await ask()).toMatchObject({ engine: "postgres", degraded: true });
    // One slow answer may be chance, after two in a row nobody waits any more.
    expect(engine.degraded).toBe(false);
    expect(await ask()).toMatchObject({ engine: "postgres", degraded: true });
    expect(engine.degraded).toBe(true);
    await gate.restore();
    await returned();
  });

  it("tells of each change once", () => expect(changes).toEqual([true, false, true, false]));

  it("comes back although telling of a change fails", async () => {
    const fails = new FailoverEngine(new MeilisearchEngine({ url: gate.url, key: process.env.MEILI_MASTER_KEY, index: search.server?.index ?? "" }), search.postgres, {
      retryMs: 50,
      onChange: () => {
        throw new Error("no log");
      },
    });
    await gate.cut();
    expect(await search.ask(fails, "orders")).toMatchObject({ engine: "postgres" });
    await gate.restore();
    await vi.waitFor(async () => expect(await search.ask(fails, "orders")).toMatchObject({ engine: "meilisearch" }), { timeout: 20_000 });
    fails.close();
  });

  it("answers from PostgreSQL where the index is missing", async () => {
    const lost = new MeilisearchEngine({ url: url ?? "", key: process.env.MEILI_MASTER_KEY, index: "test-that-never-was" });
    const standing = new FailoverEngine(lost, search.postgres);
    expect(await search.ask(standing, "orders")).toMatchObject({ engine: "postgres", degraded: true });
    standing.close();
  });
});
