import { pointerTokens, member } from "../../text/json-pointer.ts";
import { isObject, type Json } from "../../values.ts";
import { mapSchemas, mapTree } from "./map-tree.ts";

/** Each reference within the file replaced by what it leads to, one step deep, so that recursion stays as it is. */
export function inlineReferences(tree: Json): Json | null {
  let count = 0;
  const inlined = mapSchemas(tree, (schema) => {
    // An alternative is told by the name of its reference where there is a discriminator.
    const kept = new Set(["oneOf", "anyOf"]);
    return Object.fromEntries(Object.entries(schema).map(([name, inner]) => (kept.has(name) && schema["discriminator"] !== undefined ? [name, inner] : [name, inlineIn(inner)])));
  });
  const whole = inlineUses(inlined) as Json;
  return count === 0 ? null : whole;

  function inlineIn(inner: unknown): unknown {
    if (Array.isArray(inner)) return inner.map(target);
    if (!isObject(inner)) return inner;
    if (typeof inner["$ref"] === "string") return target(inner);
    return inner;
  }

  /** Of the schemas of bodies, responses and parameters. */
  function inlineUses(value: unknown): unknown {
    return mapTree(value, (inner) => (isObject(inner) && isObject(inner["schema"]) ? { ...inner, schema: target(inner["schema"]) } : inner));
  }

  function target(value: unknown): unknown {
    if (!isObject(value) || typeof value["$ref"] !== "string" || Object.keys(value).length > 1 || !value["$ref"].startsWith("#/")) return value;
    const found = pointerTokens(value["$ref"].slice(1)).reduce<unknown>((at, token) => member(at, decodeURIComponent(token)), tree);
    if (!isObject(found) || "$ref" in found || "$id" in found || "id" in found || "discriminator" in found) return value;
    count++;
    return structuredClone(found);
  }
}

/** Each schema of a body, response or parameter put behind a reference of its own. */
export function extractReferences(tree: Json): Json | null {
  const schemas: Json = {};
  const [holder, at] = tree["swagger"] === undefined ? (["schemas", "#/components/schemas/"] as const) : (["definitions", "#/definitions/"] as const);
  const extracted = mapTree(tree, (value) => {
    if (!isObject(value) || !isObject(value["schema"]) || "$ref" in value["schema"] || !("type" in value["schema"])) return value;
    const name = `ExtractedByTest${Object.keys(schemas).length}`;
    schemas[name] = value["schema"];
    return { ...value, schema: { $ref: at + name } };
  }) as Json;
  if (Object.keys(schemas).length === 0) return null;
  if (holder === "definitions") return { ...extracted, definitions: { ...(extracted["definitions"] as Json | undefined), ...schemas } };
  const components = (extracted["components"] ?? {}) as Json;
  return { ...extracted, components: { ...components, schemas: { ...(components["schemas"] as Json | undefined), ...schemas } } };
}
