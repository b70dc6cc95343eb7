import { expect, it } from "vitest";
import { isPlaceholderHost, serverOf } from "./servers.ts";

it("takes protocol, host and path from an address, with the defaults of its variables", () => {
  const place = (url: string, variables = {}) => {
    const { protocol, host, pathname, placeholder } = serverOf(url, { variables, pointer: "" });
    return `${protocol} ${host} ${pathname}${placeholder ? " placeholder" : ""}`;
  };
  expect([
    place("HTTPS://API.Shop.io:443/v1"), place("https://shop.io:8443"), place("/v1"), place(""), place("//shop.io/v1"), place("https://{region}.shop.io", { region: { default: "eu", enum: [], description: null } }),
    place("https://{region}.shop.io"), place("{scheme}://shop.io", { scheme: { default: "https", enum: [], description: null } }), place("shop.io/v1"),
  ]).toMatchInlineSnapshot(`
    [
      "https api.shop.io /v1",
      "https shop.io:8443 null",
      "null null /v1 placeholder",
      "null null null placeholder",
      "null shop.io /v1",
      "https eu.shop.io null",
      "https {region}.shop.io null placeholder",
      "https shop.io null",
      "null shop.io /v1",
    ]
  `);
});

it("knows hosts that stand for none", () => {
  const placeholders = ["localhost", "localhost:9092", "127.0.0.1", "127.1.2.3:80", "[::1]:80", "0.0.0.0", "api.example.com", "example.org", "broker.test", "x.invalid", "{host}", "", "192.0.2.7", "your-domain.com"];
  expect(placeholders.filter((host) => !isPlaceholderHost(host))).toEqual([]);
  const real = ["api.shop.io", "kafka-1.internal:9092", "10.0.0.1", "example-shop.com", "contest.io", "localhostess.com"];
  expect(real.filter(isPlaceholderHost)).toEqual([]);
});
