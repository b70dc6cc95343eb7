import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import { proxy } from "./proxy.ts";

const ask = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) => proxy(new NextRequest(`http://localhost:3000${path}`, { ...init, headers: { host: "localhost:3000", ...init.headers } }));

it("gives every page a policy of its own nonce, without inline scripts or styles", async () => {
  const [first, second] = [await ask("/"), await ask("/interfaces/a?line=b")];
  const policy = first.headers.get("content-security-policy") ?? "";
  expect(policy).not.toContain("unsafe");
  expect(policy.replace(/nonce-[\w+/=]+/g, "nonce-N").split("; ")).toEqual(expect.arrayContaining(["script-src 'self' 'nonce-N' 'strict-dynamic'", "style-src 'self' 'nonce-N'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'self'", "form-action 'self'"]));
  expect(policy).not.toBe(second.headers.get("content-security-policy"));
  // What the page itself is given, so that its scripts carry the nonce.
  expect(first.headers.get("x-middleware-request-content-security-policy")).toBe(policy);
  expect(policy).toContain(`'nonce-${first.headers.get("x-middleware-request-x-nonce")}'`);
});

it("does not take a nonce from its visitor", async () => {
  expect((await ask("/", { headers: { "x-nonce": "known" } })).headers.get("x-middleware-request-x-nonce")).not.toBe("known");
});

it.each([
  ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, 403],
  ["another port of this machine", { "sec-fetch-site": "same-site", origin: "http://localhost:4000" }, 403],
  ["an old browser on another site", { origin: "https://evil.example" }, 403],
  ["a sandboxed frame", { origin: "null" }, 403],
  ["no browser", {}, 403],
  ["our own page", { "sec-fetch-site": "same-origin", origin: "http://localhost:3000" }, 200],
] as [string, Record<string, string>, number][])("answers a form or action sent by %s", async (_, headers, status) => {
  expect((await ask("/settings/tokens", { method: "POST", headers: { ...headers, "next-action": "abc" } })).status).toBe(status);
});

it("refuses an address that can name nothing", async () => {
  for (const path of ["/interfaces/%00", "/interfaces/%E0%A4%A"]) expect((await ask(path)).status).toBe(400);
});

it("asks for a page's Markdown with the whole address, however many parameters it has", async () => {
  const address = "/interfaces/a/diff.md?from=1&to=2&line=b%26c";
  const to = new URL((await ask(address)).headers.get("x-middleware-rewrite") ?? "");
  expect([to.pathname, Buffer.from(to.searchParams.get("page") ?? "", "base64url").toString()]).toEqual(["/markdown", address]);
});
