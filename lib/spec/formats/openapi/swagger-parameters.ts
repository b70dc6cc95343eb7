import type { Parameter } from "../../normalized-spec.ts";
import type { Json } from "../../values.ts";
import { lookUp, textOf } from "../../values.ts";

/** Members of a Swagger 2 parameter or header that describe its value, and not the parameter. */
const SCHEMA_MEMBERS = [
  "type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength",
  "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf", "x-nullable", "x-example",
] as const;

/** The value of a Swagger 2 parameter or header as a schema; files are binary strings, as in OpenAPI 3. */
export function swaggerSchema(parameter: Json): Json {
  const schema: Json = {};
  for (const name of SCHEMA_MEMBERS) if (parameter[name] !== undefined) schema[name] = parameter[name];
  return schema["type"] === "file" ? { ...schema, type: "string", format: "binary" } : schema;
}

const STYLES: Record<string, string> = { csv: "form", multi: "form", ssv: "spaceDelimited", tsv: "tabDelimited", pipes: "pipeDelimited" };

/** `collectionFormat` (Swagger 2.0, Parameter Object) in the terms of OpenAPI 3. */
export function swaggerStyle(parameter: Json, place: Parameter["in"]): string {
  const format = textOf(parameter["collectionFormat"]) ?? "csv";
  if (place === "path" || place === "header") return format === "csv" || format === "multi" ? "simple" : (lookUp(STYLES, format) ?? "simple");
  return lookUp(STYLES, format) ?? "form";
}

export function swaggerExplode(parameter: Json): boolean {
  // A value that is no list reads the same either way; OpenAPI 3's default is then the better word.
  return parameter["type"] !== "array" ? parameter["in"] === "query" : parameter["collectionFormat"] === "multi";
}
