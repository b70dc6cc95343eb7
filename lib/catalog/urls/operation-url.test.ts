import { describe, expect, it } from "vitest";
import { decodeOperationKey, encodeOperationKey, operationUrl } from "./operation-url.ts";

const keys = [
  "GET /users/{}",
  "GET /",
  "POST /projects/{}:batch",
  "GET /a~b/c+d/e*f/g!h",
  "PATCH /files/{}/50% off/naïve?x#y",
  "WEBHOOK order paid",
  "GET /orders CALLBACK onPaid POST",
  "send orders/{}/placed",
  "receive /orders",
  "send orders.placed.v1",
  "send ?channelName",
  "GET //double//slash",
];

describe("operation url", () => {
  it.each(keys)("gives %j back unchanged", (key) => {
    expect(decodeOperationKey(encodeOperationKey(key)).key).toBe(key);
  });

  it.each(keys)("makes one path segment of %j that a URL parser leaves alone", (key) => {
    const segment = encodeOperationKey(key);
    expect(new URL(`http://host/a/${segment}/b`).pathname).toBe(`/a/${segment}/b`);
  });

  it("is readable", () => {
    expect(keys.slice(0, 3).map(encodeOperationKey)).toEqual(["GET~users~*", "GET~", "POST~projects~*:batch"]);
    expect(encodeOperationKey("send orders/{}/placed")).toBe("send+orders~*~placed");
  });

  it("finds the erased key from the spelled form, percent-encoded or not, in any case of the method", () => {
    const wanted = { key: "GET /users/{}/orders", spelled: "GET /users/{id}/orders" };
    expect(decodeOperationKey("GET~users~{id}~orders")).toEqual(wanted);
    expect(decodeOperationKey("get~users~%7Bid%7D~orders")).toEqual(wanted);
    expect(decodeOperationKey(encodeOperationKey("GET /users/{id}/orders"))).toEqual(wanted);
  });

  it("keeps a broken percent sign as text", () => {
    expect(decodeOperationKey("GET~100%").key).toBe("GET /100%");
  });

  it("pins a line and a version in the query", () => {
    expect(operationUrl({ slug: "orders", key: "GET /orders", line: "v2", version: 3 })).toBe("/interfaces/orders/operations/GET~orders?line=v2&version=3");
    expect(operationUrl({ slug: "orders", key: "GET /orders", line: "default" })).toBe("/interfaces/orders/operations/GET~orders");
  });
});
