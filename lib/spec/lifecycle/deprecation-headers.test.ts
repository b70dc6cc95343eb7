import { expect, it } from "vitest";
import { deprecationHeaders } from "./deprecation-headers.ts";

const none = { deprecatedAt: null, sunsetAt: null, documentation: null, successor: null };

it("writes both dates as their specifications do: seconds with an @ (RFC 9745), an HTTP date (RFC 8594)", () => {
  expect(deprecationHeaders({ ...none, deprecatedAt: new Date("2023-06-30T23:59:59.900Z"), sunsetAt: new Date("2024-06-30T23:59:59Z") })).toEqual([
    { name: "Deprecation", value: "@1688169599" },
    { name: "Sunset", value: "Sun, 30 Jun 2024 23:59:59 GMT" },
  ]);
});

it("links to what explains it and to what takes its place; a sunset is linked only where there is one", () => {
  const facts = { ...none, deprecatedAt: new Date(0), documentation: "https://mesh.example/migrations/5", successor: "https://api.example/v2/orders" };
  expect(deprecationHeaders(facts)).toEqual([
    { name: "Deprecation", value: "@0" },
    { name: "Link", value: '<https://mesh.example/migrations/5>; rel="deprecation"; type="text/html"' },
    { name: "Link", value: '<https://api.example/v2/orders>; rel="successor-version"' },
  ]);
  expect(deprecationHeaders({ ...facts, sunsetAt: new Date(86_400_000) }).map(({ value }) => value)).toContain('<https://mesh.example/migrations/5>; rel="sunset"; type="text/html"');
});

it("lets no address break out of its brackets", () => {
  const value = deprecationHeaders({ ...none, deprecatedAt: new Date(0), successor: 'https://api.example/a>; rel="x"\r\nSet-Cookie: a' })[1]?.value ?? "";
  expect(value).not.toMatch(/[\r\n]/);
  expect(value.match(/>/g)).toHaveLength(1);
});

it("sends nothing for what is not deprecated", () => {
  expect(deprecationHeaders({ ...none, sunsetAt: new Date() })).toEqual([]);
});
