import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findPipelineToken } from "./pipeline-token.ts";
import { serverOf } from "./server-options.ts";

const seen: { url: string; authorization: string | undefined; method: string | undefined }[] = [];
const server = createServer((request, response) => {
  seen.push({ url: request.url ?? "", authorization: request.headers.authorization, method: request.method });
  response.setHeader("content-type", "application/json").end(JSON.stringify({ value: "a.b.c" }));
});
let url = "";
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const github = () => ({ ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: "runner" });

it("asks GitHub for a token that is issued for the server, once for many requests", async () => {
  const token = findPipelineToken("https://intermesh.example.com", github());
  expect([await token?.(), await token?.()]).toEqual(["a.b.c", "a.b.c"]);
  expect(seen.splice(0)).toEqual([{ url: "/token?api-version=2&audience=https%3A%2F%2Fintermesh.example.com", authorization: "Bearer runner", method: "GET" }]);
});

it("takes GitLab's from the environment, and finds none outside pipelines", async () => {
  expect(await findPipelineToken(url, { INTERMESH_ID_TOKEN: "d.e.f" })?.()).toBe("d.e.f");
  expect(findPipelineToken(url, {})).toBeNull();
});

it("goes along where something is sent, unless there is a token of its own", async () => {
  const env = { INTERMESH_URL: url, INTERMESH_ID_TOKEN: "d.e.f" };
  for (const [given, method] of [[env, "POST"], [env, "GET"], [{ ...env, INTERMESH_TOKEN: "im_own" }, "POST"]] as const) await serverOf({}, given, "/").request("/api/v1/x", { method });
  expect(seen.splice(0).map(({ authorization }) => authorization)).toEqual(["Bearer d.e.f", undefined, "Bearer im_own"]);
});
