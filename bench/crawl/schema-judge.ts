import { Ajv, type AnySchemaObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import type { NormalizedSpec, SchemaValue } from "../../lib/spec/normalized-spec.ts";
import { isObject } from "../../lib/spec/values.ts";

export type Judgement = { fits: true } | { fits: false; why: string; isSchema: boolean };

/**
 * Judges values against the schemas of one document by Ajv, which shares nothing with what made them. OpenAPI's own
 * words (`nullable`, `exclusiveMinimum: true`) are said in JSON Schema's first.
 */
export function schemaJudge(spec: NormalizedSpec): (schema: SchemaValue, value: unknown) => Judgement {
  const dialect2020 = /^3\.[12]/.test(spec.specVersion) && spec.format === "openapi";
  const ajv = new (dialect2020 ? Ajv2020 : Ajv)({ strict: false, validateSchema: false, inlineRefs: false, logger: false, formats: fullFormats, addUsedSchema: false });
  const names = new Map(spec.schemas.map((schema, index) => [schema.id, `s${index}`]));
  const siblings = dialect2020 || spec.format === "asyncapi";
  const root: AnySchemaObject = { $id: "doc", $defs: Object.fromEntries(spec.schemas.map((schema) => [names.get(schema.id) ?? "", inJsonSchema(schema.json, names, siblings)])) };
  ajv.addSchema(root);
  return (schema, value) => {
    try {
      const validate = ajv.compile({ ...(asObject(inJsonSchema(schema, names, siblings)) ?? {}) });
      if (validate(value)) return { fits: true };
      const [error] = validate.errors ?? [];
      return { fits: false, isSchema: false, why: `${error?.instancePath ?? ""} ${error?.message ?? ""}`.trim() };
    } catch (error) {
      return { fits: false, isSchema: true, why: `the schema itself: ${error instanceof Error ? error.message : String(error)}` };
    }
  };
}

const asObject = (value: unknown) => (isObject(value) ? value : null);

const maps = new Set(["properties", "patternProperties", "definitions", "$defs", "dependentSchemas"]);
const lists = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
// Whatever else stands in a schema says nothing of its values; Ajv would look for schemas in it.
const plain = new Set(["type", "enum", "const", "required", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "dependentRequired", "minContains", "maxContains"]);
const singles = new Set(["items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames", "additionalItems", "unevaluatedProperties", "unevaluatedItems"]);

function inJsonSchema(schema: unknown, names: Map<string, string>, siblings: boolean): unknown {
  if (!isObject(schema)) return schema === false ? false : true;
  const inner = (part: unknown): unknown => inJsonSchema(part, names, siblings);
  const reference = typeof schema["$ref"] === "string" ? { $ref: names.has(schema["$ref"]) ? `doc#/$defs/${names.get(schema["$ref"])}` : schema["$ref"] } : null;
  if (reference && !siblings) return reference;
  const said: Record<string, unknown> = { ...reference };
  for (const [key, value] of Object.entries(schema)) {
    if (maps.has(key) && isObject(value)) said[key] = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inner(part)]));
    else if (lists.has(key) && Array.isArray(value)) said[key] = value.map(inner);
    else if (key === "items" && Array.isArray(value)) said[key] = value.map(inner);
    else if (singles.has(key)) said[key] = inner(value);
    else if (key === "exclusiveMinimum" && typeof value === "boolean") Object.assign(said, value ? { exclusiveMinimum: schema["minimum"] } : {});
    else if (key === "exclusiveMaximum" && typeof value === "boolean") Object.assign(said, value ? { exclusiveMaximum: schema["maximum"] } : {});
    else if (plain.has(key) && !(key === "required" && !Array.isArray(value))) said[key] = value;
  }
  return schema["nullable"] === true && schema["type"] !== undefined ? { anyOf: [said, { type: "null" }] } : said;
}
