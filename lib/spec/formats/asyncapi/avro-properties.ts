import type { Property } from "../../normalized-spec.ts";
import type { SchemaPlace } from "../../schemas/schema-reader.ts";
import type { LoadedDocument } from "../../text/loaded-document.ts";
import type { Node } from "../../text/resolution.ts";
import type { Json } from "../../values.ts";
import { childOf, isObject, itemsOf, listOf, textOf, textsOf } from "../../values.ts";

const fieldsMax = 10_000;
const depthMax = 32;

/**
 * The fields of an Avro schema (Avro 1.12, "Schema Declaration") as properties: records within records by their path,
 * `items[].sku` for arrays, `{}` for maps. A field is required unless it has a default or may be null.
 */
export function avroProperties(doc: LoadedDocument, source: Node, place: SchemaPlace): Property[] {
  const properties: Property[] = [];
  const named = new Map<string, Node>();
  visit(source, place.path ?? "", new Set());
  return properties;

  function visit(node: Node, path: string, open: ReadonlySet<string>): void {
    const type = resolved(node);
    if (type === null || open.size > depthMax) return;
    if (Array.isArray(type.value)) for (const branch of itemsOf(type)) visit(branch, path, open);
    if (!isObject(type.value)) return;
    if (type.value["type"] === "array") visit(childOf(type, "items"), `${path}[]`, open);
    else if (type.value["type"] === "map") visit(childOf(type, "values"), `${path}{}`, open);
    else if (type.value["type"] === "record" || type.value["type"] === "error") record(type, path, open);
    // `{"type": {"type": "record", …}}` and `{"type": ["null", …]}` only wrap another schema.
    else if (typeof type.value["type"] === "object") visit(childOf(type, "type"), path, open);
  }

  function record(node: Node, path: string, open: ReadonlySet<string>): void {
    const name = fullName(node.value);
    if (name !== null && open.has(name)) return;
    const inside = name === null ? open : new Set([...open, name]);
    for (const field of itemsOf(childOf(node, "fields"))) {
      if (!isObject(field.value) || properties.length >= fieldsMax) continue;
      const fieldName = textOf(field.value["name"]);
      if (fieldName === null) continue;
      const inner = path === "" ? fieldName : `${path}.${fieldName}`;
      properties.push(property(field, field.value, fieldName, inner));
      visit(childOf(field, "type"), inner, inside);
    }
  }

  function property(node: Node, field: Json, name: string, path: string): Property {
    const { type, format, symbols } = typeWords(childOf(node, "type"));
    return {
      owner: place.owner, place: place.place, mediaType: place.mediaType, path, name, type, format,
      description: textOf(field["doc"]),
      required: field["default"] === undefined && !/\bnull\b/.test(type),
      deprecated: false, readOnly: false, writeOnly: false,
      enum: symbols.slice(0, 50), ref: null, internal: place.internal, file: node.file, pointer: node.pointer,
    };
  }

  function typeWords(node: Node): { type: string; format: string | null; symbols: string[] } {
    const type = resolved(node);
    const value = type?.value ?? node.value;
    if (typeof value === "string") return { type: value.slice(value.lastIndexOf(".") + 1), format: null, symbols: [] };
    if (type !== null && Array.isArray(value)) {
      const branches = itemsOf(type).map(typeWords);
      const words = [...branches.filter(({ type }) => type !== "null"), ...branches.filter(({ type }) => type === "null")];
      return {
        type: words.map((branch) => branch.type).join(" or "),
        format: branches.find(({ format }) => format !== null)?.format ?? null,
        symbols: branches.flatMap(({ symbols }) => symbols),
      };
    }
    if (type === null || !isObject(value)) return { type: "any", format: null, symbols: [] };
    const format = textOf(value["logicalType"]);
    if (value["type"] === "array") return { type: `array of ${typeWords(childOf(type, "items")).type}`, format, symbols: [] };
    if (value["type"] === "map") return { type: `map of ${typeWords(childOf(type, "values")).type}`, format, symbols: [] };
    if (typeof value["type"] === "object") return typeWords(childOf(type, "type"));
    const symbols = value["type"] === "enum" ? textsOf(value["symbols"]) : [];
    return { type: value["type"] === "enum" ? "string" : (textOf(value["name"]) ?? textOf(value["type"]) ?? "any"), format, symbols };
  }

  /** The type itself: behind a `$ref`, or behind the name that an earlier type gave itself. */
  function resolved(node: Node): Node | null {
    const target = doc.follow(node);
    if (target === null) return null;
    if (typeof target.value === "string") return named.get(target.value) ?? target;
    const name = fullName(target.value);
    if (name !== null && isObject(target.value) && listOf(target.value["fields"] ?? target.value["symbols"]).length > 0) {
      named.set(name, target);
      named.set(name.slice(name.lastIndexOf(".") + 1), target);
    }
    return target;
  }
}

function fullName(type: unknown): string | null {
  if (!isObject(type)) return null;
  const name = textOf(type["name"]);
  const namespace = textOf(type["namespace"]);
  return name === null || name.includes(".") || namespace === null ? name : `${namespace}.${name}`;
}
