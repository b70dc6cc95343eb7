import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MeilisearchEngine } from "../engines/meilisearch.ts";
import { openapi, openSearch } from "../testing.ts";
import { indexInterface } from "./index-interface.ts";
import { indexVersion } from "./index-version.ts";
import { removeFromIndex } from "./remove-from-index.ts";

let search: Awaited<ReturnType<typeof openSearch>>;
beforeAll(async () => {
  search = await openSearch();
});
afterAll(() => search.close());

const keysOf = async (engine: (typeof search.engines)[number], slug: string) =>
  (await search.ask(engine, "", { filters: { interface: [slug] }, kinds: ["operation"] })).results.map(({ key, version }) => `${key} v${version}`).sort();
const paths = (...names: string[]) => openapi({ paths: names });

describe("indexing a line", () => {
  it("keeps the old version searchable until the new one is, and then shows the new one alone", async () => {
    await search.add(paths("/a", "/b"), { interface: "moving" });
    const published = await search.publish(paths("/b", "/c"), { interface: "moving" });
    for (const engine of search.engines) expect(await keysOf(engine, "moving")).toEqual(["GET /a v1", "GET /b v1"]);

    const seen: string[][] = [];
    let done = false;
    const watching = (async () => {
      while (!done) for (const engine of search.engines) seen.push(await keysOf(engine, "moving"));
    })();
    await indexVersion(search.context, { versionId: published.version.id }).finally(() => (done = true));
    await watching;
    // At every moment `/b` was there once, in one version or the other, and never less than one version's operations.
    for (const keys of seen) {
      expect(keys.filter((key) => key.startsWith("GET /b"))).toHaveLength(1);
      expect(keys.length).toBeGreaterThanOrEqual(2);
    }
    for (const engine of search.engines) expect(await keysOf(engine, "moving")).toEqual(["GET /b v2", "GET /c v2"]);
  });

  it("does no harm when it runs twice, at once, or late", async () => {
    const first = await search.publish(paths("/x"), { interface: "twice" });
    const second = await search.publish(paths("/x", "/y"), { interface: "twice" });
    await Promise.all([first, second, first].map(({ version }) => indexVersion(search.context, { versionId: version.id })));
    await indexVersion(search.context, { versionId: first.version.id });
    for (const engine of search.engines) expect(await keysOf(engine, "twice")).toEqual(["GET /x v2", "GET /y v2"]);
  });

  it("marks a version as indexed when it can be found", async () => {
    const { versionId } = await search.add(paths("/marked"), { interface: "marked" });
    const { rows } = await search.db.execute<{ found: boolean }>(sql`select indexed_at is not null as found from versions where id = ${versionId}`);
    expect(rows).toEqual([{ found: true }]);
  });

  it("keeps several lines of one interface apart, and shows what they share once", async () => {
    await search.add(paths("/shared", "/old"), { interface: "lines", line: "v1" });
    await search.add(paths("/shared", "/new"), { interface: "lines", line: "v2" });
    for (const engine of search.engines) {
      const { results } = await search.ask(engine, "", { filters: { interface: ["lines"] }, kinds: ["operation"] });
      expect(results.map(({ key }) => key).sort()).toEqual(["GET /new", "GET /old", "GET /shared"]);
      expect(results.find(({ key }) => key === "GET /shared")?.more).toBe(1);
    }
  });

  it("takes out what was hidden or deleted at once, and puts back what may be seen again", async () => {
    const { interfaceId } = await search.add(paths("/gone"), { interface: "gone" });
    await search.db.execute(sql`update interfaces set retired_at = now() where id = ${interfaceId}`);
    await removeFromIndex(search.context, { interfaceId });
    for (const engine of search.engines) {
      expect(await keysOf(engine, "gone")).toEqual([]);
      expect((await search.ask(engine, "", { filters: { interface: ["gone"] } })).total).toBe(0);
    }
    await search.db.execute(sql`update interfaces set retired_at = null where id = ${interfaceId}`);
    await indexInterface(search.context, { interfaceId });
    for (const engine of search.engines) expect(await keysOf(engine, "gone")).toEqual(["GET /gone v1"]);
  });

  it("follows a change of visibility", async () => {
    const { interfaceId } = await search.add(paths("/shy"), { interface: "shy" });
    await search.db.execute(sql`update interfaces set visibility = 'private' where id = ${interfaceId}`);
    await indexInterface(search.context, { interfaceId });
    for (const engine of search.engines) expect(await keysOf(engine, "shy")).toEqual([]);
  });

  it("stores for PostgreSQL what a search server that is down could not take, and rejects so that it is tried again", async () => {
    const published = await search.publish(paths("/stored"), { interface: "stored" });
    const down = new MeilisearchEngine({ url: "http://127.0.0.1:9", index: "none" });
    await expect(indexVersion({ db: search.db, server: down }, { versionId: published.version.id })).rejects.toThrow();
    expect(await keysOf(search.postgres, "stored")).toEqual(["GET /stored v1"]);
    await indexVersion(search.context, { versionId: published.version.id });
    for (const engine of search.engines) expect(await keysOf(engine, "stored")).toEqual(["GET /stored v1"]);
  });
});
