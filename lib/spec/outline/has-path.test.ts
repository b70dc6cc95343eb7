import { expect, it } from "vitest";
import type { Schema, SchemaValue } from "../normalized-spec.ts";
import { hasPath } from "./has-path.ts";

const line: Schema = { id: "#/Line", name: "Line", title: null, description: null, deprecated: false, json: { type: "object", properties: { sku: {}, next: { $ref: "#/Line" } } }, file: "a", pointer: "" };
const near = async () => new Map([[line.id, line]]);
const has = (schema: SchemaValue, path: string) => hasPath(schema, path, near);

it("follows references, lists, maps and every alternative", async () => {
  const schema = { properties: { lines: { type: "array", items: { $ref: "#/Line" } }, by: { additionalProperties: { $ref: "#/Line" } }, pay: { oneOf: [{ properties: { card: {} } }, { properties: { iban: {} } }] } } };
  for (const path of ["lines", "lines[].sku", "lines[].next.next.sku", "by{}.sku", "pay.iban"]) expect(await has(schema, path), path).toBe(true);
  for (const path of ["line", "lines[].price", "pay.cash", "by.sku"]) expect(await has(schema, path), path).toBe(false);
});
