import { expect, it } from "vitest";
import { matchPath } from "./match-path.ts";

const keys = ["GET /orders", "GET /orders/{}", "GET /orders/open", "POST /orders", "GET /orders/{}.json"];

it("finds the operation that a request made, the most literal one first", () => {
  expect(["/orders/42", "/orders/open", "/orders?page=2", "/orders/42.json"].map((path) => matchPath("get", path, keys))).toEqual(["GET /orders/{}", "GET /orders/open", "GET /orders", "GET /orders/{}.json"]);
});

it("takes a server's path off, and finds nothing where nothing fits", () => {
  expect(matchPath("GET", "/v1/orders/7", keys, ["/v1/"])).toBe("GET /orders/{}");
  expect([matchPath("PUT", "/orders", keys), matchPath("GET", "/orders/7/lines", keys)]).toEqual([null, null]);
});
