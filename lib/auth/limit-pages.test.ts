import { createHmac } from "node:crypto";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Catalog, openCatalog } from "#lib/catalog/testing.ts";
import { proxy } from "../../proxy.ts";

const secret = "a secret for tests";
let catalog: Catalog;
beforeAll(async () => {
  // Half of it for pages, four times as many for who is signed in.
  catalog = await openCatalog({ RATE_LIMIT_PER_MINUTE: "6", INTERMESH_SECRET: secret });
});
afterAll(() => catalog.close());

type Asking = { path?: string; method?: string; cookie?: string; accept?: string };
const ask = async (address: string, { path = "/search?q=orders", method = "GET", cookie, accept = "text/html,*/*" }: Asking = {}) => {
  const headers = { host: "localhost:3000", origin: "http://localhost:3000", "sec-fetch-site": "same-origin", "x-forwarded-for": address, accept, ...(cookie ? { cookie } : {}) };
  return proxy(new NextRequest(`http://localhost:3000${path}`, { method, headers }));
};
const statuses = async (times: number, address: string, asking: Asking = {}) => {
  const found: number[] = [];
  for (let time = 0; time < times; time++) found.push((await ask(address, asking)).status);
  return found;
};
let asked = 0;
const signed = (token: string, by = secret) => `intermesh.session_token=${encodeURIComponent(`${token}.${createHmac("sha256", by).update(token).digest("base64")}`)}`;

it("lets an address wait that asks for costly pages too often, and says so on a page in words", async () => {
  expect(await statuses(3, "192.0.2.1")).toEqual([200, 200, 200]);
  const refused = await ask("192.0.2.1");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refused.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(await refused.text()).toMatch(/<h1>Too many requests<\/h1>\n<p>.*wait \d+ seconds?, then load the page again/);
  const policy = refused.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("style-src 'self' 'nonce-");
  // Another address is another matter, and so are pages that cost little.
  expect((await ask("192.0.2.2")).status).toBe(200);
  expect(await statuses(9, "192.0.2.1", { path: "/interfaces" })).toEqual(Array<number>(9).fill(200));
});

it.each(["/mesh?focus=x", "/mesh/data", "/mesh/findings", "/interfaces/orders/diff?from=1", "/interfaces/orders.md", "/interfaces/orders/operations/x.md", "/changes.atom", "/sign-in"])("counts %s", async (path) => {
  expect((await statuses(4, `198.51.100.${(asked += 1)}`, { path })).at(-1)).toBe(429);
});

it("answers what is no page with a line", async () => {
  const refused = (await Promise.all(Array.from({ length: 4 }, () => ask("192.0.2.3", { path: "/mesh/data", accept: "*/*" })))).at(-1);
  expect(await refused?.text()).toMatch(/^Too many requests\. Try again in \d+ seconds?\.\n$/);
});

it("counts who is signed in by the session, four times as many, and nobody by a session that they made up", async () => {
  const cookie = signed("mine");
  expect(await statuses(13, "192.0.2.4", { cookie })).toEqual([...Array<number>(12).fill(200), 429]);
  expect((await ask("192.0.2.4", { cookie: signed("another") })).status).toBe(200);
  const made = [];
  for (let number = 0; number < 4; number++) made.push((await ask("192.0.2.5", { cookie: signed(`made up ${number}`, "another secret") })).status);
  expect(made).toEqual([200, 200, 200, 429]);
});

it("counts forms for all processes together, wherever they are posted", async () => {
  expect(await statuses(4, "192.0.2.6", { path: "/settings", method: "POST" })).toEqual([200, 200, 200, 429]);
  expect(await catalog.count("request_limits")).toBeGreaterThan(0);
});

it("counts nobody at this machine", async () => {
  expect(await statuses(20, "127.0.0.1")).toEqual(Array<number>(20).fill(200));
});
