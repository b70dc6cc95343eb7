import { afterAll, beforeAll, expect, test } from "vitest";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { services } from "#db/schema/catalog/services.ts";
import { versions } from "#db/schema/document/versions.ts";
import { domains } from "#db/schema/people/domains.ts";
import type { Database } from "#db/client.ts";
import { eq, sql } from "drizzle-orm";
import { contextOf, openTestDatabase } from "#lib/auth/testing.ts";
import { listChanges } from "./comparisons/list-changes.ts";
import { listInterfaces } from "./interfaces/list-interfaces.ts";
import { listServices } from "./services/list-services.ts";

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => ({ db, close } = await openTestDatabase()));
afterAll(() => close());

const visitor = () => contextOf(db, { kind: "anonymous" });

test("pages go through every row of the same millisecond, whatever is sorted by", async () => {
  for (let index = 0; index < 9; index++) await addInterface(`all-${index}`, `2026-01-01 00:00:00.1230${index}+00`);

  for (const sort of ["title", "changed"] as const) {
    expect(await collect((cursor) => listInterfaces({ ctx: visitor(), input: { sort, cursor, limit: 2 } }))).toHaveLength(9);
  }
  expect(await collect((cursor) => listChanges({ ctx: visitor(), input: { cursor, limit: 2 } }))).toHaveLength(9);
});

test("a cursor of another list, or of nobody, is refused before the database sees it", async () => {
  const cursors = ["WyJ4IiwiYSJd", "WyJ4IiwxXQ", "WzEsMl0", "!", Buffer.from('["2026-13-45 00:00:00+00",1]').toString("base64url")];
  for (const cursor of cursors) {
    await expect(listInterfaces({ ctx: visitor(), input: { sort: "changed", cursor } })).rejects.toThrow("The cursor is not one");
    await expect(listChanges({ ctx: visitor(), input: { cursor } })).rejects.toThrow("The cursor is not one");
  }
});

test("a domain's services are its own, and private ones stay hidden", async () => {
  const [domain] = await db.insert(domains).values({ slug: "money", name: "Money" }).returning({ id: domains.id });
  await db.insert(services).values([
    { slug: "invoicing", title: "Invoicing", domainId: domain?.id },
    { slug: "secret", title: "Secret", domainId: domain?.id, visibility: "private" },
    { slug: "elsewhere", title: "Elsewhere" },
    { slug: "gone", title: "Gone", domainId: domain?.id, deletedAt: new Date() },
  ]);
  const { items } = await listServices({ ctx: visitor(), input: { domain: "money" } });
  expect(items.map(({ slug }) => slug)).toEqual(["invoicing"]);
});

/** Follows `next` to the end; each slug once. */
async function collect(page: (cursor?: string) => Promise<{ items: { slug: string }[]; next: string | null }>): Promise<Set<string>> {
  const slugs = new Set<string>();
  let cursor: string | undefined;
  do {
    const { items, next } = await page(cursor);
    for (const { slug } of items) slugs.add(slug);
    cursor = next ?? undefined;
  } while (cursor);
  return slugs;
}

async function addInterface(slug: string, moment: string): Promise<void> {
  const at = sql`${moment}::timestamptz`;
  const [row] = await db.insert(interfaces).values({ slug, title: "İstanbul freight", format: "openapi", changedAt: at as unknown as Date }).returning({ id: interfaces.id });
  const [line] = await db.insert(lines).values({ interfaceId: row!.id }).returning({ id: lines.id });
  const counts = { errorCount: 0, warningCount: 0, operationCount: 0, messageCount: 0, schemaCount: 0 };
  const [version] = await db
    .insert(versions)
    .values({ interfaceId: row!.id, lineId: line!.id, sequence: 1, label: "1", contentHash: slug, format: "openapi", specVersion: "3.1.0", title: slug, source: slug, valid: true, ...counts, facts: {}, publishedBy: "test", hasRows: false, publishedAt: at as unknown as Date })
    .returning({ id: versions.id });
  await db.update(lines).set({ currentVersionId: version!.id }).where(eq(lines.id, line!.id));
}
