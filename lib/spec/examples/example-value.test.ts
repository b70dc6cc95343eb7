import { describe, expect, it } from "vitest";
import type { Schema, SchemaValue } from "../normalized-spec.ts";
import { exampleValue } from "./example-value.ts";
import { fitsSchema } from "./fits-schema.ts";
import { textForPattern } from "./text-for-pattern.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
function map(schemas: Record<string, SchemaValue>): Map<string, Schema> {
  return new Map(Object.entries(schemas).map(([name, json]) => [ref(name).$ref, { id: ref(name).$ref, name, title: null, description: null, deprecated: false, json, file: "a.yaml", pointer: "" }]));
}
const none = map({});

describe("an example", () => {
  it("is what the document gives, where that fits the schema", () => {
    expect(exampleValue({ type: "string", example: "blue" }, none)).toBe("blue");
    expect(exampleValue({ type: "integer", example: "12", default: 5 }, none)).toBe(5);
    expect(exampleValue({ type: "string", format: "uuid", example: "abc" }, none)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each<[string, SchemaValue]>([
    ["limits of numbers", { type: "number", exclusiveMinimum: 0, maximum: 0.3, multipleOf: 0.1 }],
    ["limits of numbers as OpenAPI 3.0 has them", { type: "integer", minimum: 5, exclusiveMinimum: true, multipleOf: 4 }],
    ["lengths", { type: "string", minLength: 40, maxLength: 41 }],
    ["patterns", { type: "string", pattern: "^[A-Z]{3}-\\d{2,4}(?:/x|/y)$" }],
    ["lists without doubles", { type: "array", minItems: 4, uniqueItems: true, items: { type: "string", format: "email" } }],
    ["tuples", { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], minItems: 2 }],
    ["maps by pattern", { type: "object", patternProperties: { "^x-[a-z]+$": { type: "integer" } }, additionalProperties: false, minProperties: 2 }],
    ["names", { type: "object", propertyNames: { pattern: "^[a-z]{2}$" }, additionalProperties: { type: "boolean" }, minProperties: 1 }],
    ["exactly one of two that overlap", { oneOf: [{ type: "object", properties: { a: { type: "string" } } }, { type: "object", required: ["b"], properties: { b: { type: "string" } } }] }],
    ["all of several", { allOf: [{ type: "object", required: ["a"], properties: { a: { type: "string" } } }, { properties: { a: { maxLength: 2 } } }] }],
    ["what it must not be", { type: "string", not: { enum: ["text"] } }],
    ["one condition", { type: "object", required: ["kind"], properties: { kind: { enum: ["card", "bank"] }, iban: { type: "string" } }, if: { properties: { kind: { const: "card" } } }, then: { required: ["number"] }, else: { required: ["iban"] } }],
    ["required names that are nowhere described", { type: "object", required: ["id", "__proto__"] }],
    ["what goes with a field", { type: "object", properties: { a: { type: "string" } }, dependentRequired: { a: ["b"] } }],
  ])("keeps to %s", (_, schema) => {
    const value = exampleValue(schema, none);
    expect(fitsSchema(value, schema, none), JSON.stringify(value)).toBe(true);
  });

  it("ends where a schema contains itself", () => {
    const schemas = map({ Node: { type: "object", required: ["children"], properties: { next: ref("Node"), children: { type: "array", items: ref("Node") } } }, Loop: { oneOf: [ref("Loop"), { allOf: [ref("Loop")] }] } });
    expect(exampleValue(ref("Node"), schemas)).toEqual({ children: [] });
    expect(() => exampleValue(ref("Loop"), schemas)).not.toThrow();
  });

  it("leaves out what goes the other way only", () => {
    const schema = { type: "object", required: ["id"], properties: { id: { type: "integer", readOnly: true }, secret: { type: "string", writeOnly: true } } };
    expect(exampleValue(schema, none, { direction: "request" })).toEqual({ secret: "secret" });
    expect(exampleValue(schema, none, { direction: "response" })).toEqual({ id: 1 });
  });

  it("does not try a pattern that may take for ever", () => {
    expect(exampleValue({ type: "string", pattern: "^(a+)+$", example: `${"a".repeat(60)}!` }, none)).toContain("a");
  });
});

describe("a text for a pattern", () => {
  it.each(["^\\d{3}$", "^(?<year>\\d{4})-(0[1-9]|1[0-2])$", "^[^a-z]+$", "^\\p{L}{2,}$", "[a-f0-9]{32}", "^/v\\d+/.*$", "^(?:foo|bar)?$"])("matches %s", (pattern) => {
    expect(textForPattern(pattern)).toMatch(new RegExp(pattern, "u"));
  });

  it("is null for what is no pattern", () => {
    expect(textForPattern("(")).toBeNull();
  });
});
