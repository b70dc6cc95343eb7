import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { addPerson, addTeam, contextOf } from "#lib/auth/testing.ts";
import { type Ctx, systemContext } from "#lib/auth/context.ts";
import { database } from "#lib/database.ts";
import { closeSender } from "#lib/jobs/enqueue.ts";
import { createTestDatabase } from "#scripts/testing/test-database.ts";
import type { PublishOptions } from "./publish/publish-spec-input.ts";
import { type Published, publishSpec } from "./publish/publish-spec.ts";

export type Catalog = Awaited<ReturnType<typeof openCatalog>>;

/** For tests: an empty catalog of its own as the database of this process. Call it first; call `close` when done. */
export async function openCatalog(environment: Record<string, string> = {}) {
  const test = await createTestDatabase();
  // PostgreSQL answers searches here; the search server is shared by all tests of a run.
  Object.assign(process.env, { DATABASE_URL: test.url, INTERMESH_SECRET: "a secret for tests", ANONYMOUS_READ: "1", MEILI_URL: "", ...environment });
  const db = database();
  const admin = systemContext(db, "test");
  return {
    db,
    admin,
    visitor: contextOf(db, { kind: "anonymous" }),
    outsider: await addPerson(db),
    /** A team with a member and a maintainer. */
    team: async (slug: string) => {
      const id = await addTeam(db, slug);
      return { id, slug, member: await addPerson(db, { teams: { [id]: "member" } }), maintainer: await addPerson(db, { teams: { [id]: "maintainer" } }) };
    },
    publish: (text: string | Record<string, string>, options: PublishOptions = {}, ctx: Ctx = admin) => publishOne(ctx, text, options),
    count: (table: string) => countRows(db, table),
    close: async () => {
      await closeSender();
      await (globalThis as typeof globalThis & { intermeshDatabase?: { close(): Promise<void> } }).intermeshDatabase?.close();
      await test.drop();
    },
  };
}

/** Files of an upload: one text, or texts by path. */
export function partsOf(text: string | Record<string, string>) {
  const files = typeof text === "string" ? { "document.yaml": text } : text;
  return Object.entries(files).map(([name, content]) => ({ name, bytes: new TextEncoder().encode(content) }));
}

async function publishOne(ctx: Ctx, text: string | Record<string, string>, options: PublishOptions): Promise<Published> {
  const [published] = await publishSpec({ ctx, input: { parts: partsOf(text), options } });
  if (!published) throw new Error("nothing was published");
  return published;
}

async function countRows(db: Database, table: string): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`select count(*)::int as count from ${sql.identifier(table)}`);
  return rows[0]?.count ?? 0;
}

/** A small OpenAPI document with one operation for each path. */
export function openapi({ title = "Orders", version = "1.0.0", paths = ["/orders"], description = "" } = {}): string {
  const items = paths.map((path) => `  ${path}:\n    get:\n      responses: { "200": { description: fine } }\n`).join("");
  return `openapi: 3.1.0\ninfo: { title: ${title}, version: ${JSON.stringify(version)}${description ? `, description: ${JSON.stringify(description)}` : ""} }\npaths:\n${items}`;
}

type EventDocument = { title?: string; action?: "send" | "receive"; address?: string | null; messages?: string[]; host?: string | null; client?: boolean };

/** A small AsyncAPI document: one channel, one operation. `host: null` names no server. */
export function asyncapi({ title = "Order events", action = "send", address = "orders", messages = ["OrderPlaced"], host = "kafka.acme-shop.com:9092", client = false }: EventDocument = {}): string {
  return JSON.stringify({
    asyncapi: "3.0.0",
    info: { title, version: "1", ...(client ? { "x-intermesh-perspective": "client" } : {}) },
    ...(host === null ? {} : { servers: { main: { host, protocol: "kafka" } } }),
    channels: { orders: { address, messages: Object.fromEntries(messages.map((name) => [name, { payload: { type: "object" } }])) } },
    operations: { act: { action, channel: { $ref: "#/channels/orders" } } },
  });
}
