import { describe, expect, it } from "vitest";
import type { Schema, SchemaValue } from "../normalized-spec.ts";
import { buildSchemaTree } from "./build-schema-tree.ts";
import type { SchemaNode } from "./schema-node.ts";
import { constraintWords, enumValues } from "./constraint-words.ts";
import { exampleValue } from "../examples/example-value.ts";
import type { SchemaMap } from "./schema-values.ts";
import { schemaMarkdown } from "../markdown/schema-markdown.ts";
import { typeParts, typeText } from "./type-words.ts";

function map(schemas: Record<string, SchemaValue>): SchemaMap {
  return new Map(
    Object.entries(schemas).map(([name, json]): [string, Schema] => {
      const id = `#/components/schemas/${name}`;
      return [id, { id, name, title: null, description: null, deprecated: false, json, file: "a.yaml", pointer: id.slice(1) }];
    }),
  );
}
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** `path: type` of each line, indented. */
function outline(node: SchemaNode, indent = ""): string[] {
  return [
    ...node.children.flatMap((child) => [`${indent}${child.path}: ${typeText(child.type)}${child.required ? "!" : ""}${child.ends ? ` (${child.ends.reason})` : ""}`, ...outline(child, `${indent}  `)]),
    ...node.groups.flatMap((group) => [`${indent}<${group.label}>`, ...group.options.flatMap((option) => [`${indent}${option.name || typeText(option.type)}`, ...outline(option, `${indent}  `)])]),
  ];
}

const shop = map({
  Money: { type: "object", required: ["amount"], properties: { amount: { type: "integer", minimum: 0 }, currency: { type: "string", enum: ["EUR", "USD"] } } },
  Line: { type: "object", properties: { sku: { type: "string" }, price: ref("Money") } },
  Base: { type: "object", required: ["id"], properties: { id: { type: "string", format: "uuid", readOnly: true } } },
  Order: { allOf: [ref("Base"), { type: "object", required: ["lines"], properties: { lines: { type: "array", minItems: 1, items: ref("Line") }, note: { type: ["string", "null"] } } }] },
  Node: { type: "object", properties: { name: { type: "string" }, children: { type: "array", items: ref("Node") } } },
  Card: { type: "object", properties: { number: { type: "string" } } },
  Transfer: { type: "object", properties: { iban: { type: "string" } } },
  When: { type: "string", format: "date-time" },
  Perhaps: { allOf: [{ type: ["integer", "null"], format: "int64" }] },
});

describe("type words", () => {
  it.each([
    [ref("Order"), "Order"],
    [{ type: "array", items: ref("Line") }, "array of Line"],
    [{ type: "string", format: "uuid", nullable: true }, "string (uuid) or null"],
    [{ type: ["integer", "null"] }, "integer or null"],
    [{ type: "object", additionalProperties: { type: "integer" } }, "map of integer"],
    [{ oneOf: [ref("Card"), ref("Transfer"), { type: "null" }] }, "Card or Transfer or null"],
    [{ type: "array", items: { anyOf: [{ type: "string" }, { type: "integer" }] } }, "array of (string or integer)"],
    [{}, "any value"],
    [false, "nothing"],
    [{ properties: {} }, "object"],
    [ref("When"), "When string (date-time)"],
    [{ type: "array", items: ref("When") }, "array of When string (date-time)"],
    [ref("Perhaps"), "Perhaps integer (int64) or null"],
    [{ required: ["a"] }, "object"],
    [{ minimum: 3 }, "number"],
    [{ format: "date" }, "any value (date)"],
  ] as [SchemaValue, string][])("says %j as %j", (schema, words) => {
    expect(typeText(typeParts(schema, shop))).toBe(words);
  });
});

describe("constraint words", () => {
  it("says limits as people do", () => {
    expect(constraintWords({ minLength: 3, maxLength: 50 })).toEqual(["3–50 characters"]);
    expect(constraintWords({ minItems: 1, uniqueItems: true })).toEqual(["at least 1 item", "no duplicates"]);
    expect(constraintWords({ minimum: 1, maximum: 100 })).toEqual(["1 to 100"]);
    expect(constraintWords({ minimum: 0, exclusiveMinimum: true })).toEqual(["> 0"]);
    expect(constraintWords({ exclusiveMinimum: 0, maximum: 9 })).toEqual(["> 0 and ≤ 9"]);
    expect(constraintWords({ minProperties: 2, maxProperties: 2, additionalProperties: false })).toEqual(["exactly 2 properties", "no other properties"]);
  });

  it("gives what is said of each value of an enum", () => {
    expect(enumValues({ enum: ["a", 1, null], "x-enum-descriptions": { a: "The first." } })).toEqual([
      { value: "a", description: "The first." },
      { value: "1", description: null },
      { value: "null", description: null },
    ]);
  });
});

describe("schema tree", () => {
  it("lays references, all-of and arrays out as one object with structural paths", () => {
    expect(outline(buildSchemaTree(ref("Order"), shop))).toEqual([
      "id: string (uuid)!",
      "lines: array of Line!",
      "  lines[].sku: string",
      "  lines[].price: Money",
      "    lines[].price.amount: integer!",
      "    lines[].price.currency: string",
      "note: string or null",
    ]);
  });

  it("ends where a schema contains itself", () => {
    expect(outline(buildSchemaTree(ref("Node"), shop))).toEqual(["name: string", "children: array of Node (recursive)"]);
  });

  it("offers each alternative, and steps through or-null", () => {
    expect(outline(buildSchemaTree({ type: "object", properties: { pay: { oneOf: [ref("Card"), ref("Transfer")] }, money: { anyOf: [ref("Money"), { type: "null" }] } } }, shop))).toEqual([
      "pay: Card or Transfer",
      "  <exactly one of>",
      "  Card",
      "    pay.number: string",
      "  Transfer",
      "    pay.iban: string",
      "money: Money or null",
      "  money.amount: integer!",
      "  money.currency: string",
    ]);
  });

  it("shows every line of the top before anything deep when it may show only a few", () => {
    const wide = { type: "object", properties: { order: ref("Order"), node: ref("Node"), last: { type: "string" } } };
    expect(outline(buildSchemaTree(wide, shop, { limits: { nodesMax: 2, depthMax: 7 } }))).toEqual(["order: Order (deeper)", "node: Node (deeper)", "last: string"]);
  });

  it("shows alternatives that are but values as the values of an enum, with what is said of each", () => {
    const said = { oneOf: [{ const: "new", description: "Not yet paid" }, { const: "paid", title: "Paid" }] };
    const node = buildSchemaTree({ type: "object", properties: { state: said } }, shop).children[0];
    expect(node).toMatchObject({ type: [{ text: "enum" }], enum: [{ value: "new", description: "Not yet paid" }, { value: "paid", description: "Paid" }], groups: [] });
  });

  it("says what must be there though nothing else is said of it, in each kind of sub-schema", () => {
    const needs = (name: string) => ({ required: [name] });
    const schema = { type: "object", required: ["id", "legacy"], properties: { id: { type: "string" } }, if: needs("kind"), then: needs("meows"), else: needs("barks"), anyOf: [needs("card"), needs("iban")], not: needs("a"), dependentSchemas: { x: needs("b") } };
    const root = buildSchemaTree(schema, shop);
    expect(root.constraints).toEqual(["with legacy"]);
    expect(root.groups.flatMap(({ label, options }) => options.map(({ constraints }) => `${label}: ${constraints.join()}`))).toEqual([
      "at least one of: with card", "at least one of: with iban", "if it fits: with kind", "then also: with meows", "otherwise: with barks", "but not: with a", "if x is there, also: with b",
    ]);
    expect(buildSchemaTree({ allOf: [needs("z"), needs("y")] }, shop).constraints).toEqual(["with z, y"]);
    expect(schemaMarkdown(schema, shop)).toContain("- *then also*\n  - object, with meows");
  });

  it("keeps what is said of a map's names beside its values", () => {
    const root = buildSchemaTree({ type: "object", propertyNames: { pattern: "^k" }, additionalProperties: { type: "integer", minimum: 2 } }, shop);
    expect(root.children).toMatchObject([{ name: "any name", constraints: ["≥ 2"] }]);
    expect(root.groups).toMatchObject([{ label: "its names are", options: [{ pattern: "^k" }] }]);
  });

  it("gives a very large object 200 properties at a time, and begins at the one asked for", () => {
    const large = { type: "object", properties: Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`field${at}`, { type: "string" }])) };
    expect(buildSchemaTree(large, shop)).toMatchObject({ children: { length: 200 }, more: { count: 9_800, from: 200 } });
    const near = buildSchemaTree(large, shop, { from: 200, near: "field7777.a" });
    expect(near.children[0]?.name).toBe("field7777");
    expect(near).toMatchObject({ skipped: 7_577, more: { count: 2_023 } });
  });

  it("puts what a request cannot do without first, and counts what is left out from there", () => {
    const schema = { type: "object", required: ["z", "y"], properties: { a: {}, y: {}, b: {}, z: { type: "object", properties: { in: {} } } } };
    const names = (options: object) => buildSchemaTree(schema, shop, options).children.map(({ name }) => name);
    expect(names({ direction: "request" })).toEqual(["y", "z", "a", "b"]);
    expect(names({ direction: "request", from: 1 })).toEqual(["z", "a", "b"]);
    expect(names({ direction: "response" })).toEqual(["a", "y", "b", "z"]);
    // Its place in the document stays: the third of its properties.
    const cut = buildSchemaTree({ type: "object", required: ["z"], properties: { a: {}, b: {}, z: { type: "object", properties: { in: { type: "object", properties: { deep: {} } } } } } }, shop, { direction: "request", limits: { nodesMax: 1, depthMax: 1 } });
    expect(cut.children[0]).toMatchObject({ name: "z", ends: { reason: "deeper", size: 1, alternatives: false, part: { steps: [2] } } });
  });

  it("says of alternatives that are left out that they are no fields", () => {
    const pay = { oneOf: [{ properties: { card: {} } }, { properties: { iban: {} } }] };
    expect(buildSchemaTree({ type: "object", properties: { pay } }, shop, { limits: { nodesMax: 1, depthMax: 1 } }).children[0]?.ends).toMatchObject({ size: 2, alternatives: true });
  });

  it("names a schema that the document lacks", () => {
    expect(buildSchemaTree({ type: "object", properties: { gone: ref("Gone") } }, shop).children[0]?.ends).toMatchObject({ reason: "missing", id: "#/components/schemas/Gone" });
  });

  it("comes to an end on schemas that refer to each other without end", () => {
    const loop = map({ A: ref("B"), B: ref("A"), C: { allOf: [ref("C"), { properties: { x: ref("C") } }] } });
    expect(outline(buildSchemaTree(ref("A"), loop))).toEqual([]);
    expect(outline(buildSchemaTree(ref("C"), loop))).toEqual(["x: C (recursive)"]);
    expect(exampleValue(ref("A"), loop)).toBe("…");
  });
});

describe("example value", () => {
  it("fills what the schema asks for, the same each time", () => {
    const value = exampleValue(ref("Order"), shop);
    expect(value).toEqual({ id: "3f2b1c9e-5d84-4c1a-9b0e-7a6d5c4b3a21", lines: [{ sku: "sku", price: { amount: 0, currency: "EUR" } }], note: "note" });
    expect(exampleValue(ref("Order"), shop)).toEqual(value);
  });

  it("leaves out of a request what only responses carry", () => {
    expect(exampleValue(ref("Base"), shop, { direction: "request" })).toEqual({});
  });

  it("takes the document's own example before making one up", () => {
    expect(exampleValue({ type: "object", properties: { a: { type: "string", example: "given" }, b: { type: "integer", default: 7 } } }, shop)).toEqual({ a: "given", b: 7 });
  });

  it("costs little where schemas multiply without end", () => {
    const wide = map(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`S${i}`, { type: "object", properties: Object.fromEntries(Array.from({ length: 30 }, (_, j) => [`p${j}`, ref(`S${j}`)])) }])));
    const doubled = map(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`S${i}`, { allOf: [ref(`S${i + 1}`), ref(`S${i + 1}`), { properties: { [`p${i}`]: { type: "string" } } }] }])));
    expect(JSON.stringify(exampleValue(ref("S0"), wide)).length).toBeLessThan(20_000);
    expect(buildSchemaTree(ref("S0"), doubled).children).toHaveLength(40);
    expect(Object.keys(exampleValue(ref("S0"), doubled) as object)).toHaveLength(40);
  });

  it("stops at a schema that contains itself", () => {
    expect(exampleValue(ref("Node"), shop)).toEqual({ name: "name", children: [] });
  });
});
