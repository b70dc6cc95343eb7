import { expect, it } from "vitest";
import { mentions } from "./mentions.ts";

it("takes a text for worth reading where the fixed parts of a name stand in it, as YAML, JSON or with slashes escaped", () => {
  for (const text of ["  /users/{userId}/orders:", '"/users/{u}/orders":{', '"\\/users\\/{u}\\/orders"']) expect(mentions(text, ["/users/{}/orders"])).toBe(true);
  expect(mentions("/users/{id}/bills", ["/users/{}/orders"])).toBe(false);
});

it("looks for no sign that a document may write in two ways", () => {
  expect(mentions('"say \\"na\\u00efve\\"": 1', ['say "naïve"'])).toBe(true);
});
