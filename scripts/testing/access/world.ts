import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { sessions } from "#db/schema/auth.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { participations } from "#db/schema/mesh/participations.ts";
import { settings } from "#db/schema/system/settings.ts";
import { tokens } from "#db/schema/people/tokens.ts";
import { addPerson } from "#lib/auth/testing.ts";
import { auth } from "#lib/auth/auth.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { createToken, type CreateTokenInput } from "#lib/auth/tokens/create-token.ts";
import { asyncapi, type Catalog, openCatalog } from "#lib/catalog/testing.ts";
import { searchEngines } from "#lib/search/engine-of-process.ts";
import type { Subject, Who } from "./row.ts";

export const secret = "a secret for tests";

export type World = Awaited<ReturnType<typeof openWorld>>;

/** A catalog with every kind of person and token, and one interface of each kind open and one hidden, all owned by `owners`. */
export async function openWorld() {
  const catalog = await openCatalog({ INTERMESH_SECRET: secret, INTERMESH_EMBEDDED: "1" });
  // Made with the database itself, before any cell puts its transaction in that place.
  searchEngines();
  auth();
  const owners = await catalog.team("owners");
  const others = await catalog.team("others");
  const administrator = await addPerson(catalog.db, { role: "admin" });
  const subjects = {
    interface: { open: await publish(catalog, "open", "internal", document("Open")), hidden: await publish(catalog, "hidden", "private", document("Hidden")) },
    events: {
      open: await publish(catalog, "open-events", "internal", asyncapi({ title: "Open events", address: "open.events" })),
      hidden: await publish(catalog, "hidden-events", "private", asyncapi({ title: "Hidden events", address: "hidden.events" })),
    },
  };
  await catalog.db.insert(settings).values({ key: "prepared", value: true });
  const elsewhere = await publish(catalog, "elsewhere", "internal", document("Elsewhere"));

  const people = { outsider: catalog.outsider, other: others.member, member: owners.member, maintainer: owners.maintainer, administrator };
  const bearers = {
    readToken: await bearer(owners.member, { scopes: ["read"] }),
    publishToken: await bearer(owners.maintainer, { scopes: ["publish"], teamId: owners.id }),
    otherToken: await bearer(others.maintainer, { scopes: ["publish"], teamId: others.id }),
    limitedToken: await bearer(owners.maintainer, { scopes: ["publish"], teamId: owners.id }, { interfaceId: elsewhere.id }),
    adminToken: await bearer(administrator, { scopes: ["admin"] }),
    revokedToken: await bearer(administrator, { scopes: ["admin"] }, { revokedAt: new Date() }),
    expiredToken: await bearer(administrator, { scopes: ["admin"] }, { expiresAt: new Date(Date.now() - 1000) }),
  };
  const headers: Record<string, Record<string, string>> = { anonymous: {} };
  for (const [who, { secret: value }] of Object.entries(bearers)) headers[who] = { authorization: `Bearer ${value}` };
  for (const [who, ctx] of Object.entries(people)) headers[who] = { cookie: await cookieOf(ctx), origin, "sec-fetch-site": "same-origin" };

  return { ...catalog, owners, others, administrator, people, bearers, subjects, headersOf: (who: Who) => headers[who] ?? {} };
}

/** One operation, `GET /orders`, and one schema, `Order`. */
export const document = (title: string) => JSON.stringify({
  openapi: "3.1.0",
  info: { title, version: "1" },
  paths: { "/orders": { get: { responses: { 200: { description: "fine", content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } } } } } } },
  components: { schemas: { Order: { type: "object", properties: { id: { type: "string" } } } } },
});

export const origin = "http://localhost:3000";

async function publish(catalog: Catalog, slug: string, visibility: "internal" | "private", text: string): Promise<Subject> {
  await catalog.publish(text, { interface: slug, owner: "owners", service: `${slug}-service`, visibility });
  const [row] = await catalog.db.select({ id: interfaces.id }).from(interfaces).where(eq(interfaces.slug, slug));
  const [taken] = await catalog.db.select({ channelId: participations.channelId }).from(participations).where(eq(participations.interfaceId, row?.id ?? 0));
  return { slug, id: row?.id ?? 0, hidden: visibility === "private", channelId: taken?.channelId ?? 0, versionChannel: "orders" };
}

async function bearer(ctx: Ctx, input: Omit<CreateTokenInput, "name">, change: Partial<typeof tokens.$inferInsert> = {}) {
  const made = await createToken({ ctx, input: { name: "matrix", ...input } });
  if (Object.keys(change).length > 0) await ctx.db.update(tokens).set(change).where(eq(tokens.id, made.id));
  return made;
}

/** The cookie of a session of this person, as better-auth signs it. */
async function cookieOf(ctx: Ctx): Promise<string> {
  const token = crypto.randomUUID();
  await ctx.db.insert(sessions).values({ id: crypto.randomUUID(), token, userId: accountIdOf(ctx.actor) ?? "", expiresAt: new Date(Date.now() + 3_600_000) });
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `intermesh.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
