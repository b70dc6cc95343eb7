import { afterAll, beforeAll, expect, it } from "vitest";
import { createToken } from "#lib/auth/tokens/create-token.ts";
import { type Catalog, openapi, openCatalog } from "#lib/catalog/testing.ts";
import { dispatch } from "./dispatch.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog({ RATE_LIMIT_PER_MINUTE: "4" });
});
afterAll(() => catalog.close());

const ask = async (address: string, { method = "GET", token, path = "/teams" }: { method?: string; token?: string; path?: string } = {}) => {
  const headers = { "x-forwarded-for": address, ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const response = await dispatch(new Request(`http://localhost/api/v1${path}`, { method, headers, ...(method === "POST" ? { body: openapi() } : {}) }));
  return { status: response.status, policy: response.headers.get("ratelimit-policy"), standing: response.headers.get("ratelimit"), wait: response.headers.get("retry-after") };
};

it("counts an address that says nothing of itself, tells it how it stands, and lets it wait", async () => {
  expect(await ask("192.0.2.1")).toMatchObject({ status: 200, policy: '"read";q=4;w=60', standing: expect.stringMatching(/^"read";r=3;t=\d+$/), wait: null });
  for (let more = 0; more < 3; more++) expect((await ask("192.0.2.1")).status).toBe(200);
  expect(await ask("192.0.2.1")).toMatchObject({ status: 429, standing: expect.stringMatching(/^"read";r=0;/), wait: expect.stringMatching(/^\d+$/) });
  expect((await ask("192.0.2.2")).status).toBe(200);
});

it("counts a token for itself, wherever it comes from, and changes for all processes together", async () => {
  const { secret } = await createToken({ ctx: catalog.outsider, input: { name: "ci", scopes: ["publish", "read"] } });
  const statuses = [];
  for (let number = 0; number < 9; number++) statuses.push((await ask(`198.51.100.${number}`, { method: "POST", token: secret, path: "/validate" })).status);
  expect(statuses).toEqual([...Array<number>(8).fill(200), 429]);
  expect(await catalog.count("request_limits")).toBeGreaterThan(0);
  // Reading is another matter, and so is another token.
  expect((await ask("198.51.100.1", { token: secret })).status).toBe(200);
});

it("counts who guesses tokens", async () => {
  const statuses = [];
  for (let guess = 0; guess < 3; guess++) statuses.push((await ask("203.0.113.5", { token: `im_guess${guess}` })).status);
  expect(statuses).toEqual([401, 401, 429]);
});

it("counts nobody at this machine", async () => {
  for (let more = 0; more < 10; more++) expect(await ask("127.0.0.1")).toMatchObject({ status: 200, policy: null });
});
