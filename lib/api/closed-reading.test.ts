import { afterAll, beforeAll, expect, it } from "vitest";
import { type Catalog, openCatalog } from "../catalog/testing.ts";
import { createToken } from "../auth/tokens/create-token.ts";
import { dispatch } from "./dispatch.ts";
import { endpoints } from "./endpoints.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog({ ANONYMOUS_READ: "0" });
});
afterAll(() => catalog.close());

const get = (path: string, headers: Record<string, string> = {}) => dispatch(new Request(`http://localhost/api/v1${path}`, { headers }));

it("asks a visitor to sign in at every address but the description, where visitors read nothing", async () => {
  const paths = endpoints.filter(({ method }) => method === "GET").map(({ path }) => path.replace(/\{\w+\}/g, "x"));
  const answers = await Promise.all(paths.map(async (path) => [path, (await get(path)).status]));
  expect(answers.filter(([, status]) => status !== 401)).toEqual([["/openapi.json", 200]]);
});

it("answers a token", async () => {
  const { secret } = await createToken({ ctx: catalog.outsider, input: { name: "reader", scopes: ["read"] } });
  expect((await get("/interfaces", { authorization: `Bearer ${secret}` })).status).toBe(200);
});
