import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contextOf } from "#lib/auth/testing.ts";
import { openCatalog, type Catalog } from "#lib/catalog/testing.ts";
import { GuardedFetchError } from "#lib/http/guarded-fetch.ts";
import { isAllowedHost } from "../proxy-hosts.ts";
import { sendCall } from "./send-call.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
  const servers = ["https://api.shop.test", "http://127.0.0.1:9", "http://[::1]:9", "http://169.254.169.254", "/", "http://intermesh.test"].map((url) => ({ url }));
  await catalog.publish(JSON.stringify({ openapi: "3.1.0", info: { title: "Shop", version: "1" }, servers, paths: { "/orders": { get: { responses: { 200: { description: "fine" } } } } } }), { interface: "shop", new: true, visibility: "internal" });
});
afterAll(() => catalog.close());

const call = (url: string) => ({ slug: "shop", line: null, version: null, key: "GET~orders", ours: ["http://intermesh.test"], allowedHosts: "api.shop.test,127.0.0.1:9,[::1]:9,169.254.169.254,intermesh.test", body: { url, method: "GET", headers: {}, body: null } });

describe("sending a call through the installation", () => {
  it("is for people who are signed in", async () => {
    await expect(sendCall(catalog.visitor, call("https://api.shop.test/orders"))).rejects.toMatchObject({ status: 401 });
  });

  it("is not there for whom the interface is not", async () => {
    await expect(sendCall(contextOf(catalog.db, { kind: "anonymous" }, false), call("https://api.shop.test/orders"))).rejects.toMatchObject({ status: 404 });
  });

  it("goes to servers of the document only, and never to this product", async () => {
    for (const url of ["https://elsewhere.test/orders", "https://api.shop.test:8443/orders", "http://api.shop.test/orders", "https://api.shop.test@elsewhere.test/", "http://intermesh.test/api/v1/specs"]) {
      await expect(sendCall(catalog.outsider, call(url)), url).rejects.toMatchObject({ status: 403 });
    }
  });

  it("goes nowhere that no administrator allows", async () => {
    for (const allowedHosts of [undefined, "", "other.test", "shop.test", "*.api.shop.test"]) {
      await expect(sendCall(catalog.outsider, { ...call("https://api.shop.test/orders"), allowedHosts })).rejects.toMatchObject({ status: 403 });
    }
  });

  it("reaches no internal address and not this machine, though named and allowed", async () => {
    for (const url of ["http://127.0.0.1:9/orders", "http://[::1]:9/orders", "http://169.254.169.254/orders"]) {
      await expect(sendCall(catalog.outsider, call(url)), url).rejects.toBeInstanceOf(GuardedFetchError);
    }
  });

  it("takes only what is a call", async () => {
    await expect(sendCall(catalog.outsider, { ...call(""), body: { url: "file:///etc/passwd", method: "GET", headers: {}, body: null } })).rejects.toMatchObject({ status: 400 });
    await expect(sendCall(catalog.outsider, { ...call(""), body: { url: "https://api.shop.test/", method: "GET", headers: { "x-a": "1\r\nhost: evil" }, body: null } })).rejects.toMatchObject({ status: 400 });
  });
});

it("a host with a star stands for names before it", () => {
  expect(isAllowedHost("eu.shop.test", "*.shop.test")).toBe(true);
  expect(isAllowedHost("shop.test", "*.shop.test")).toBe(false);
  expect(isAllowedHost("evilshop.test", "*.shop.test")).toBe(false);
  expect(isAllowedHost("anything.test", "*.")).toBe(false);
});
