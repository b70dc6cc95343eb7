import type { SchemaValue } from "../normalized-spec.ts";
import { asObject, asText, refOf, resolveSchema, type SchemaMap } from "../outline/schema-values.ts";
import { mergeSchema } from "./merged-schema.ts";

/** An example value as XML: names, attributes and wrapping as the schema's `xml` says. OpenAPI 3.1, section 4.8.26. */
export function xmlExample(schema: SchemaValue, schemas: SchemaMap, value: unknown): string {
  const id = refOf(schema);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element((id === null ? undefined : schemas.get(id)?.name) ?? "root", schema, value, "")}`;

  function element(name: string, of: SchemaValue, item: unknown, indent: string): string {
    const xml = xmlOf(of);
    const tag = `${asText(xml.prefix) === null ? "" : `${tagName(String(xml.prefix))}:`}${tagName(asText(xml.name) ?? name)}`;
    const space = asText(xml.namespace) === null ? "" : ` xmlns${asText(xml.prefix) === null ? "" : `:${tagName(String(xml.prefix))}`}="${escaped(String(xml.namespace))}"`;
    if (Array.isArray(item)) {
      const { items } = mergeSchema(of, schemas);
      const inner = item.map((one) => element(asText(xml.name) ?? name, items ?? true, one, xml.wrapped === true || indent === "" ? `${indent}  ` : indent));
      return xml.wrapped === true || indent === "" ? `${indent}<${tag}${space}>\n${inner.join("\n")}\n${indent}</${tag}>` : inner.join("\n");
    }
    const object = asObject(item);
    if (object === null) return `${indent}<${tag}${space}>${escaped(item === null ? "" : String(item))}</${tag}>`;
    const { properties } = mergeSchema(of, schemas);
    const parts = Object.entries(object).map(([key, one]) => ({ key, one, of: properties.get(key) ?? true }));
    const attributes = parts.filter((part) => xmlOf(part.of).attribute === true).map((part) => ` ${tagName(asText(xmlOf(part.of).name) ?? part.key)}="${escaped(String(part.one))}"`);
    const inner = parts.filter((part) => xmlOf(part.of).attribute !== true).map((part) => element(part.key, part.of, part.one, `${indent}  `));
    const head = `${indent}<${tag}${space}${attributes.join("")}`;
    return inner.length === 0 ? `${head}/>` : `${head}>\n${inner.join("\n")}\n${indent}</${tag}>`;
  }

  function xmlOf(of: SchemaValue): Record<string, unknown> {
    const { value: known } = resolveSchema(of, schemas);
    return typeof known === "object" ? (asObject(known.xml) ?? {}) : {};
  }
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function tagName(text: string): string {
  return text.replace(/[^\p{L}\p{N}_.-]/gu, "_").replace(/^(?=[^\p{L}_])/u, "_");
}
