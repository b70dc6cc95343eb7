/**
 * Keywords of JSON Schema (draft 4 to 2020-12) that hold schemas: how they hold them, and what that means for the
 * structural path of the fields within. `same`: they describe the same value; `none`: they name no fields of it.
 */
export const schemaKeywords: ReadonlyMap<string, { holds: "one" | "list" | "map"; path: "same" | "item" | "tuple" | "value" | "named" | "none" }> = new Map([
  ["properties", { holds: "map", path: "named" }],
  ["patternProperties", { holds: "map", path: "value" }],
  ["additionalProperties", { holds: "one", path: "value" }],
  ["unevaluatedProperties", { holds: "one", path: "value" }],
  ["items", { holds: "one", path: "item" }],
  ["unevaluatedItems", { holds: "one", path: "item" }],
  ["additionalItems", { holds: "one", path: "item" }],
  ["prefixItems", { holds: "list", path: "tuple" }],
  ["allOf", { holds: "list", path: "same" }],
  ["anyOf", { holds: "list", path: "same" }],
  ["oneOf", { holds: "list", path: "same" }],
  ["if", { holds: "one", path: "same" }],
  ["then", { holds: "one", path: "same" }],
  ["else", { holds: "one", path: "same" }],
  ["dependentSchemas", { holds: "map", path: "same" }],
  ["not", { holds: "one", path: "none" }],
  ["contains", { holds: "one", path: "none" }],
  ["propertyNames", { holds: "one", path: "none" }],
  ["contentSchema", { holds: "one", path: "none" }],
  ["definitions", { holds: "map", path: "none" }],
  ["$defs", { holds: "map", path: "none" }],
]);
