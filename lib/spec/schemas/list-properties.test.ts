import { expect, it } from "vitest";
import { readText } from "../parse-text.fixture.ts";
import { listProperties } from "./list-properties.ts";

const HEAD = `openapi: 3.1.0
info: {title: Orders, version: "1"}
paths:
  /orders:
    post:
      parameters:
        - {name: filter, in: query, schema: {type: object, properties: {from: {type: string}}}}
      requestBody:
        content:
          application/json:
            schema: `;

const inline = `${HEAD}
              type: object
              required: [items]
              properties:
                items: {type: array, items: {type: object, properties: {sku: {type: string, format: uuid}, tags: {type: object, additionalProperties: {type: object, properties: {at: {type: string}}}}}}}
                either: {oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: integer}}}]}
                parent: {$ref: '#/components/schemas/Node'}
      responses: {"200": {description: OK}}
components:
  schemas:
    Node: {type: object, properties: {name: {type: string}, children: {type: array, items: {$ref: '#/components/schemas/Node'}}}}
`;

const behindReferences = `${HEAD}{$ref: '#/components/schemas/Order'}
      responses: {"200": {description: OK}}
components:
  schemas:
    Order:
      allOf:
        - {type: object, required: [items], properties: {items: {type: array, items: {$ref: 'item.yaml'}}}}
        - {$ref: '#/components/schemas/Rest'}
    Rest: {properties: {either: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}, parent: {$ref: '#/components/schemas/Node'}}}
    A: {type: object, properties: {a: {type: string}}}
    B: {type: object, properties: {b: {type: integer}}}
    Node: {type: object, properties: {name: {type: string}, children: {$ref: '#/components/schemas/Nodes'}}}
    Nodes: {type: array, items: {$ref: '#/components/schemas/Node'}}
`;

const item = "type: object\nproperties: {sku: {type: string, format: uuid}, tags: {additionalProperties: {$ref: '#/$defs/Tag'}}}\n$defs: {Tag: {properties: {at: {type: string}}}}\n";

async function paths(text: string, others = {}): Promise<string[]> {
  const { properties } = listProperties(await readText(text, others), { kind: "operation", id: "POST /orders" });
  return properties.map(({ place, path }) => `${place} ${path}`).sort();
}

it("gives a property the same identity wherever its schema is written", async () => {
  const written = await paths(inline);
  expect(written).toMatchInlineSnapshot(`
    [
      "request.body either",
      "request.body either.a",
      "request.body either.b",
      "request.body items",
      "request.body items[].sku",
      "request.body items[].tags",
      "request.body items[].tags{}.at",
      "request.body parent",
      "request.body parent.children",
      "request.body parent.name",
      "request.query filter",
      "request.query filter.from",
    ]
  `);
  expect(await paths(behindReferences, { "item.yaml": item })).toEqual(written);
});

it("ends where a schema contains itself, and says when it left something out", async () => {
  const spec = await readText(inline);
  expect(listProperties(spec, { kind: "operation", id: "POST /orders" }).truncated).toBe(false);
  const short = listProperties(spec, { kind: "operation", id: "POST /orders" }, { countMax: 3 });
  expect(short).toMatchObject({ truncated: true, properties: { length: 3 } });
});

it("names types in plain words", async () => {
  const spec = await readText(behindReferences, { "item.yaml": item });
  const types = listProperties(spec, { kind: "operation", id: "POST /orders" }).properties.map(({ path, type, format, required }) => `${path}: ${type}${format ? ` (${format})` : ""}${required ? ", required" : ""}`);
  expect(types).toMatchInlineSnapshot(`
    [
      "filter: object",
      "filter.from: string",
      "items: array of item, required",
      "items[].sku: string (uuid)",
      "items[].tags: map of Tag",
      "items[].tags{}.at: string",
      "either: A or B",
      "either.a: string",
      "either.b: integer",
      "parent: Node",
      "parent.name: string",
      "parent.children: Nodes",
    ]
  `);
});
