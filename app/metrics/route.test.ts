import { afterAll, beforeAll, expect, it } from "vitest";
import { createToken } from "#lib/auth/tokens/create-token.ts";
import { addPerson } from "#lib/auth/testing.ts";
import { type Catalog, openCatalog } from "#lib/catalog/testing.ts";
import { GET } from "./route.ts";

// The environment is read once, so here a token is set; the access matrix asks without one.
const token = "a token for Prometheus";
let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog({ METRICS_TOKEN: token.replaceAll(" ", "-") });
});
afterAll(() => catalog.close());

const ask = (headers: Record<string, string>) => GET(new Request("http://localhost:3000/metrics", { headers })).then(({ status }) => status);

it("shows measurements to whoever has the token and to administrators, and to nobody else, not even on this machine", async () => {
  const member = await createToken({ ctx: await addPerson(catalog.db), input: { name: "x", scopes: ["read"] } });
  const admin = await createToken({ ctx: await addPerson(catalog.db, { role: "admin" }), input: { name: "x", scopes: ["admin"] } });
  expect(await ask({ authorization: "Bearer a-token-for-Prometheus" })).toBe(200);
  expect(await ask({ authorization: `Bearer ${admin.secret}` })).toBe(200);
  expect(await ask({ authorization: `Bearer ${member.secret}` })).toBe(403);
  expect(await ask({ authorization: "Bearer guess" })).toBe(401);
  expect(await ask({ "x-forwarded-for": "127.0.0.1" })).toBe(401);
  expect(await ask({})).toBe(401);
});
