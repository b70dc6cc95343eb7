import { Validator } from "@cfworker/json-schema";
import { expect, it } from "vitest";
import type { Schema } from "../normalized-spec.ts";
import { standaloneSchema } from "./standalone-schema.ts";

const named = (name: string, json: Schema["json"]): [string, Schema] => [`#/components/schemas/${name}`, { id: `#/components/schemas/${name}`, name, title: null, description: null, deprecated: false, json, file: "a.yaml", pointer: "" }];
const schemas = new Map([
  named("Node", { type: "object", required: ["name"], properties: { name: { type: "string", nullable: true }, size: { type: "integer", minimum: 0, exclusiveMinimum: true }, next: { $ref: "#/components/schemas/Node" } } }),
]);

it("a schema by itself judges as it did among the others", () => {
  const { schema, missing } = standaloneSchema({ $ref: "#/components/schemas/Node" }, schemas, "7");
  const judge = (value: unknown) => new Validator(schema as object, "7", false).validate(value).valid;
  expect(missing).toEqual([]);
  expect(judge({ name: null, size: 1, next: { name: "b" } })).toBe(true);
  expect(judge({ name: "a", next: { size: 1 } })).toBe(false);
  expect(judge({ name: "a", size: 0 })).toBe(false);
});

it("says what it refers to in vain, and demands nothing there", () => {
  const { schema, missing } = standaloneSchema({ properties: { gone: { $ref: "#/components/schemas/Gone" } } }, schemas, "7");
  expect(missing).toEqual(["#/components/schemas/Gone"]);
  expect(new Validator(schema as object, "7").validate({ gone: 1 }).valid).toBe(true);
});
