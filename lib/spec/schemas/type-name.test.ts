import { expect, it } from "vitest";
import { schemaName } from "./schema-name.ts";
import { typeName } from "./type-name.ts";

it("says what a schema is in plain words", () => {
  const order = { $ref: "#/components/schemas/Order" };
  const schemas = [
    { type: "string" }, { type: "array", items: order }, { type: "array", items: { type: "string", format: "uuid" } }, { type: ["string", "null"] }, { type: "string", nullable: true },
    order, { oneOf: [order, { type: "null" }] }, { allOf: [order, { description: "with a note" }] }, { additionalProperties: { type: "integer" } }, { enum: ["a", 1] }, { const: true }, {}, true, false,
    { properties: {} }, { type: "array", items: { oneOf: [order, { type: "string" }] } }, { anyOf: [1, 2, 3, 4, 5, 6].map((n) => ({ $ref: `#/$defs/S${n}` })) },
  ];
  expect(schemas.map((schema) => typeName(schema, schemaName))).toMatchInlineSnapshot(`
    [
      "string",
      "array of Order",
      "array of string (uuid)",
      "string or null",
      "string or null",
      "Order",
      "Order or null",
      "Order",
      "map of integer",
      "string or integer",
      "boolean",
      "any",
      "any",
      "nothing",
      "object",
      "array of (Order or string)",
      "S1 or S2 or S3 or 3 more",
    ]
  `);
});
