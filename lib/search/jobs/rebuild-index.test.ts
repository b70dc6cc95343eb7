import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MeilisearchEngine } from "../engines/meilisearch.ts";
import { openapi, openSearch } from "../testing.ts";
import { ensureIndex, hasSettings, rebuildIndex } from "./rebuild-index.ts";
import { reconcile } from "./reconcile.ts";
import { reindex } from "./reindex.ts";

describe.skipIf(!process.env.MEILI_URL)("the search server's index", () => {
  let search: Awaited<ReturnType<typeof openSearch>>;
  let server: MeilisearchEngine;
  const paths = Array.from({ length: 30 }, (_, index) => `/things/${index}`);
  beforeAll(async () => {
    search = await openSearch();
    if (search.server) server = search.server;
    await search.add(openapi({ title: "Things", paths }), { interface: "things" });
  });
  afterAll(() => search.close());
  beforeEach(async () => {
    await reconcile(search.context);
  });

  const count = async () => (await search.ask(server, "", { kinds: ["operation"], filters: { interface: ["things"] } })).total;
  const equal = async () => expect(await server.countByStamp()).toEqual(await search.postgres.countByStamp());

  it("is built anew without a moment in which something is missing, with what is published meanwhile", async () => {
    const counts: number[] = [];
    let done = false;
    const watching = (async () => {
      while (!done) counts.push(await count());
    })();
    const publishing = search.add(openapi({ title: "Late" }), { interface: "late" });
    await Promise.all([rebuildIndex(search.db, server), publishing]).finally(() => (done = true));
    await watching;
    expect(new Set(counts)).toEqual(new Set([paths.length]));
    expect((await search.ask(server, "late")).results[0]).toMatchObject({ key: "late" });
    await equal();
    expect((await server.client.getRawIndexes({ limit: 1_000 })).results.map(({ uid }) => uid)).not.toContain(server.nextIndex);
  });

  it("is built anew after a build that was killed", async () => {
    await server.finish((await server.client.createIndex(server.nextIndex, { primaryKey: "id" })).taskUid);
    await search.add(openapi({ title: "Written to both" }), { interface: "both" });
    await reindex(search.context);
    await equal();
  });

  it("tells how far it is", async () => {
    const steps: [number, number][] = [];
    await rebuildIndex(search.db, server, (done, total) => steps.push([done, total]));
    const [done, total] = steps.at(-1) ?? [];
    expect(done).toBe(total);
  });

  it("keeps its settings, and is built anew where they differ", async () => {
    expect(hasSettings(await server.client.index(server.index).getSettings(), server.settings)).toBe(true);
    await server.finish((await server.client.index(server.index).updateSettings({ searchableAttributes: ["title"] })).taskUid);
    expect(hasSettings(await server.client.index(server.index).getSettings(), server.settings)).toBe(false);
    await ensureIndex(search.db, server);
    expect(hasSettings(await server.client.index(server.index).getSettings(), server.settings)).toBe(true);
    await equal();
  });

  it("is complete again after the server lost everything", async () => {
    await server.finish((await server.client.deleteIndex(server.index)).taskUid);
    await reconcile(search.context);
    expect(await count()).toBe(paths.length);
    await equal();
  });

  it("gets what it lacks and loses what it should not have", async () => {
    await server.finish((await server.client.index(server.index).deleteDocuments({ filter: "kind = operation" })).taskUid);
    const stray = await search.db.execute<{ body: object }>(sql`select body from search_documents limit 1`);
    await server.finish((await server.client.index(server.index).addDocuments([{ ...stray.rows[0]?.body, id: "stray", stamp: "none" }])).taskUid);
    expect((await reconcile(search.context)).runs).toBeGreaterThan(0);
    expect(await count()).toBe(paths.length);
    await equal();
    expect(await reconcile(search.context)).toEqual({ lines: 0, entities: 0, runs: 0 });
  });

  it("follows the database where that lost or kept too much", async () => {
    await search.db.execute(sql`delete from search_documents where interface = 'things' and kind = 'interface'`);
    await search.db.execute(sql`update search_documents set shape = 0 where interface = 'things'`);
    expect((await reconcile(search.context)).lines).toBe(1);
    expect((await search.ask(server, "things", { kinds: ["interface"] })).results).toHaveLength(1);
    await equal();
  });
});
