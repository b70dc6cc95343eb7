import { isObject, type Json } from "../../values.ts";
import { mapSchemas } from "./map-tree.ts";

/** OpenAPI 3.0 as 3.1: null a type, exclusive bounds bounds of their own, base64 an encoding, nothing beside a reference. */
export function spellAs31(tree: Json): Json | null {
  if (typeof tree["openapi"] !== "string" || !tree["openapi"].startsWith("3.0")) return null;
  return { ...(mapSchemas(tree, spellSchema) as Json), openapi: "3.1.0" };
}

function spellSchema(schema: Json): Json {
  if (typeof schema["$ref"] === "string") return { $ref: schema["$ref"] };
  const { nullable, exclusiveMinimum, exclusiveMaximum, ...rest } = schema;
  const spelled: Json = { ...rest };
  for (const [flag, name] of [[exclusiveMinimum, "Minimum"], [exclusiveMaximum, "Maximum"]] as const) {
    const bound = name.toLowerCase();
    if (flag !== true || typeof spelled[bound] !== "number") continue;
    spelled[`exclusive${name}`] = spelled[bound];
    delete spelled[bound];
  }
  if (spelled["format"] === "byte") {
    delete spelled["format"];
    spelled["contentEncoding"] = "base64";
  }
  return nullable === true ? orNull(spelled) : spelled;
}

function orNull(schema: Json): Json {
  if (typeof schema["type"] === "string" && !schema["allOf"] && !schema["oneOf"] && !schema["anyOf"]) {
    const values = Array.isArray(schema["enum"]) ? { enum: [...new Set([...(schema["enum"] as unknown[]), null])] } : {};
    return { ...schema, type: [schema["type"], "null"], ...values };
  }
  const { description, title, readOnly, writeOnly, deprecated, ...rest } = schema;
  const beside = Object.fromEntries(Object.entries({ description, title, readOnly, writeOnly, deprecated }).filter(([, value]) => value !== undefined));
  return isObject(rest) ? { ...beside, anyOf: [rest, { type: "null" }] } : schema;
}
