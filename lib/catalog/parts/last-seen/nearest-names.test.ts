import { expect, it } from "vitest";
import { nearestNames } from "./nearest-names.ts";

const near = (name: string, names: string[], max = 3) => nearestNames(name, names.map((candidate) => ({ name: candidate })), max).map((found) => found.name);

it("puts first what shares the most words, whatever parameters are called", () => {
  expect(near("GET /users/{id}/orders", ["GET /users", "GET /users/{userId}/orders/{order}", "GET /bills", "POST /users/{u}/order"])).toEqual(["GET /users/{userId}/orders/{order}", "POST /users/{u}/order", "GET /users"]);
});

it("takes nothing for like that shares only its method", () => {
  expect(near("GET /zebras", ["GET /users", "GET /bills"])).toEqual([]);
});

it("knows the words of names in humps", () => {
  expect(near("OrderPlacedEvent", ["OrderShippedEvent", "order_placed", "UserAdded"])).toEqual(["order_placed", "OrderShippedEvent"]);
});
