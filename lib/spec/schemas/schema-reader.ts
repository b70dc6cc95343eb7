import type { Property, Schema, SchemaValue } from "../normalized-spec.ts";
import { joinPointer } from "../text/json-pointer.ts";
import { LimitExceeded } from "../text/limit-exceeded.ts";
import type { LoadedDocument } from "../text/loaded-document.ts";
import { refOf } from "../text/reference-resolver.ts";
import type { Node } from "../text/resolution.ts";
import type { Json } from "../values.ts";
import { isObject, textOf } from "../values.ts";
import type { PropertySink } from "./property-sink.ts";
import { propertySink } from "./property-sink.ts";
import { schemaKeywords } from "./schema-keywords.ts";
import { schemaName } from "./schema-name.ts";

/** Who spells a schema out, and where: what its fields have in common. */
export type SchemaPlace = { owner: Property["owner"]; place: string; mediaType: string | null; internal: boolean; /** Structural path of the schema itself: the name of a parameter, else "". */ path?: string };

/**
 * Collects the schemas of one document and the fields that they name, reading each place once: nothing is inlined,
 * so the result grows with the document and not with what its references would expand to.
 */
export class SchemaReader {
  readonly schemas = new Map<string, Schema>();
  readonly properties: Property[] = [];
  readonly #doc: LoadedDocument;
  readonly #waiting: { id: string; node: Node }[] = [];
  readonly #known = new Set<string>();
  readonly #store = { add: (row: Property) => this.#addRow(row) };
  #propertyText = 0;

  constructor(doc: LoadedDocument) {
    this.#doc = doc;
  }

  /** A schema written at `node`, with canonical references; its fields are recorded under `place`, if there is one. */
  read(node: Node, place: SchemaPlace | null): SchemaValue {
    const sink = place && propertySink(this.#store, place, node.file);
    return this.#visit(node.value, node.file, node.pointer, place?.path ?? "", sink, null);
  }

  /** The same for a parameter or header, which is a field itself: `about` says what its own members tell of it. */
  readField(node: Node, place: SchemaPlace & { path: string }, about: { required: boolean; deprecated: boolean; description: string | null; pointer: string }): SchemaValue {
    const sink = propertySink(this.#store, place, node.file);
    const row = sink.field(place.path, place.path, node.value, about.pointer, about.required, (ref) => this.#nameOf(ref, node.file));
    if (row) {
      row.description = about.description ?? row.description;
      row.deprecated ||= about.deprecated;
    }
    return this.#visit(node.value, node.file, node.pointer, place.path, sink, null);
  }

  /** Makes a schema part of the result under its canonical id. */
  add(node: Node): void {
    const id = this.#doc.canonicalId(node.file, node.pointer);
    if (this.#known.has(id)) return;
    this.#known.add(id);
    this.#waiting.push({ id, node });
  }

  /** Reads whatever was added or referred to. Call it last. @throws LimitExceeded, as do the other functions */
  finish(): Schema[] {
    // Reading one schema may add others behind it.
    for (const { id, node } of this.#waiting) {
      if (this.schemas.size >= this.#doc.limits.entitiesMax) {
        throw new LimitExceeded("limit-entities", `The document has more than the limit of ${this.#doc.limits.entitiesMax} schemas.`, node);
      }
      const json = isObject(node.value) ? node.value : {};
      const internal = json["x-internal"] === true;
      this.schemas.set(id, {
        id, name: schemaName(id), title: textOf(json["title"]), description: textOf(json["description"]), deprecated: json["deprecated"] === true,
        json: this.read(node, { owner: { kind: "schema", id }, place: "", mediaType: null, internal }), file: node.file, pointer: node.pointer,
      });
    }
    return [...this.schemas.values()];
  }

  /** Takes a field that another schema language names (Avro). @throws LimitExceeded when the document has more than its share */
  addProperty(row: Property): boolean {
    this.#addRow(row);
    return true;
  }

  #addRow(row: Property): void {
    const { propertiesMax, propertyTextMax } = this.#doc.limits;
    this.#propertyText += row.pointer.length + row.path.length;
    if (this.properties.length >= propertiesMax || this.#propertyText > propertyTextMax) {
      throw new LimitExceeded("limit-properties", `The document has more fields than the limits of ${propertiesMax} fields and ${propertyTextMax} letters in their paths.`, { file: this.#doc.root, pointer: "" });
    }
    this.properties.push(row);
  }

  #visit(value: unknown, file: string, pointer: string, path: string, sink: PropertySink | null, required: ReadonlySet<string> | null): SchemaValue {
    if (typeof value === "boolean") return value;
    if (!isObject(value)) return {};
    let copy: Json | null = null;
    const put = (key: string, next: unknown) => {
      if (next !== value[key]) (copy ??= { ...value })[key] = next;
    };
    const needed = requiredNames(value, required);
    const inner = (schema: unknown, at: string, innerPath: string, to: PropertySink | null, names: ReadonlySet<string> | null) => this.#visit(schema, file, at, innerPath, to, names);

    for (const key of Object.keys(value)) {
      const held = value[key];
      if (key === "$ref") {
        const id = this.#reference(value, file, pointer);
        if (id === null) continue;
        sink?.reference(path, id, value, pointer);
        put(key, id);
        continue;
      }
      if (key === "discriminator") {
        put(key, this.#discriminator(held, file));
        continue;
      }
      const keyword = schemaKeywords.get(key);
      if (!keyword || typeof held !== "object" || held === null) continue;
      const at = joinPointer(pointer, key);
      const into = keyword.path === "none" ? null : sink;
      if (keyword.path === "named") put(key, this.#named(held, file, at, path, sink, needed));
      else if (Array.isArray(held)) {
        // Draft 4 tuples are lists under `items`.
        const tuple = keyword.path === "tuple" || keyword.path === "item";
        put(key, mapList(held as unknown[], (item, index) => inner(item, joinPointer(at, index), tuple ? `${path}[${index}]` : path, into, tuple ? null : needed)));
      } else if (keyword.holds === "map") {
        put(key, mapObject(held as Json, (item, name) => inner(item, joinPointer(at, name), keyword.path === "value" ? `${path}{}` : path, into, keyword.path === "same" ? needed : null)));
      } else if (keyword.path === "item") put(key, inner(held, at, `${path}[]`, into, null));
      else if (keyword.path === "value") put(key, inner(held, at, `${path}{}`, into, null));
      else put(key, inner(held, at, path, into, keyword.path === "same" ? needed : null));
    }
    return copy ?? value;
  }

  #named(held: object, file: string, at: string, path: string, sink: PropertySink | null, required: ReadonlySet<string>): unknown {
    if (Array.isArray(held)) return held;
    return mapObject(held as Json, (schema, name) => {
      // A reference in place of the whole map, which no specification allows.
      if (name === "$ref" && typeof schema === "string") return schema;
      const pointer = joinPointer(at, name);
      const inner = path === "" ? name : `${path}.${name}`;
      const internal = isObject(schema) && schema["x-internal"] === true;
      const into = internal && sink ? sink.asInternal() : sink;
      into?.field(inner, name, schema, pointer, required.has(name), (ref) => this.#nameOf(ref, file));
      return this.#visit(schema, file, pointer, inner, into, null);
    });
  }

  #reference(holder: Json, file: string, pointer: string): string | null {
    const ref = refOf(holder);
    if (ref === null) return null;
    const target = this.#doc.resolve(ref, file);
    if (!target.ok) {
      this.#doc.reportReference(target, { file, pointer });
      return null;
    }
    this.add(target);
    return target.id;
  }

  #nameOf(ref: string, file: string): string {
    const target = this.#doc.resolve(ref, file);
    return schemaName(target.ok ? target.id : ref);
  }

  #discriminator(held: unknown, file: string): unknown {
    if (!isObject(held) || !isObject(held["mapping"])) return held;
    const mapping = mapObject(held["mapping"], (ref) => {
      if (typeof ref !== "string" || !/[#./]/.test(ref)) return ref;
      const target = this.#doc.resolve(ref, file);
      if (!target.ok) return ref;
      this.add(target);
      return target.id;
    });
    return mapping === held["mapping"] ? held : { ...held, mapping };
  }
}

function requiredNames(schema: Json, inherited: ReadonlySet<string> | null): ReadonlySet<string> {
  const own = [schema["required"], ...(Array.isArray(schema["allOf"]) ? (schema["allOf"] as unknown[]).map((part) => (isObject(part) ? part["required"] : null)) : [])].flatMap((names) => (Array.isArray(names) ? (names as unknown[]) : []));
  if (own.length === 0) return inherited ?? none;
  return new Set([...(inherited ?? none), ...own.filter((name) => typeof name === "string")]);
}

const none: ReadonlySet<string> = new Set();

/** The object itself where `change` changes nothing: trees are shared, not copied, wherever that is possible. */
function mapObject(object: Json, change: (value: unknown, name: string) => unknown): Json {
  let copy: Json | null = null;
  for (const name of Object.keys(object)) {
    const next = change(object[name], name);
    if (next !== object[name]) (copy ??= { ...object })[name] = next;
  }
  return copy ?? object;
}

function mapList(list: unknown[], change: (value: unknown, index: number) => unknown): unknown[] {
  let copy: unknown[] | null = null;
  list.forEach((value, index) => {
    const next = change(value, index);
    if (next !== value) (copy ??= [...list])[index] = next;
  });
  return copy ?? list;
}
