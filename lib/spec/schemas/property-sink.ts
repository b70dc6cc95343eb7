import type { Property } from "../normalized-spec.ts";
import { isObject, textOf } from "../values.ts";
import { schemaName } from "./schema-name.ts";
import type { SchemaPlace } from "./schema-reader.ts";
import { typeName } from "./type-name.ts";

const ENUM_MAX = 50;

/** Takes the fields that one schema place names. A path that several branches name is kept once. */
export type PropertySink = {
  field(path: string, name: string, schema: unknown, pointer: string, required: boolean, nameOf: (ref: string) => string): Property;
  /** A `$ref` at a path: noted on the field of that path, or as a row without a name that only continues it. */
  reference(path: string, id: string, holder: unknown, pointer: string): void;
  asInternal(): PropertySink;
};

/** Where rows go. */
export type PropertyStore = { add(row: Property): void };

export function propertySink(store: PropertyStore, place: SchemaPlace, file: string, rows = new Map<string, Property>()): PropertySink {
  const base = { owner: place.owner, place: place.place, mediaType: place.mediaType, internal: place.internal, file };
  const add = (key: string, row: Property) => {
    store.add(row);
    rows.set(key, row);
    return row;
  };
  return {
    field(path, name, schema, pointer, required, nameOf) {
      const known = rows.get(path);
      if (known) {
        const type = typeName(schema, nameOf);
        // A list member such as `ids[]` may be called like the row that continues `ids`.
        if (known.name === "") return Object.assign(known, { name, pointer, required }, describe(schema, nameOf));
        if (type !== "any" && !known.type.split(" or ").includes(type)) known.type = known.type === "any" ? type : `${known.type} or ${type}`;
        known.required ||= required;
        known.description ??= isObject(schema) ? textOf(schema["description"]) : null;
        return known;
      }
      return add(path, { ...base, path, name, pointer, required, ref: null, ...describe(schema, nameOf) });
    },
    reference(path, id, holder, pointer) {
      const known = rows.get(path);
      if (known && (known.ref === null || known.ref === id)) {
        known.ref = id;
        return;
      }
      const key = `${path}\n${id}`;
      if (rows.has(key)) return;
      const nameOf = () => schemaName(id);
      add(known ? key : path, { ...base, path, name: "", pointer, required: false, ref: id, ...describe(holder, nameOf) });
    },
    asInternal: () => (place.internal ? propertySink(store, place, file, rows) : propertySink(store, { ...place, internal: true }, file, rows)),
  };
}

function describe(schema: unknown, nameOf: (ref: string) => string): Pick<Property, "type" | "format" | "description" | "deprecated" | "readOnly" | "writeOnly" | "enum"> {
  if (!isObject(schema)) return { type: typeName(schema, nameOf), format: null, description: null, deprecated: false, readOnly: false, writeOnly: false, enum: [] };
  const values = Array.isArray(schema["enum"]) ? (schema["enum"] as unknown[]) : schema["const"] === undefined ? [] : [schema["const"]];
  return {
    type: typeName(schema, nameOf), format: textOf(schema["format"]), description: textOf(schema["description"]),
    deprecated: schema["deprecated"] === true, readOnly: schema["readOnly"] === true, writeOnly: schema["writeOnly"] === true,
    enum: values.slice(0, ENUM_MAX).map((value) => (typeof value === "string" ? value : JSON.stringify(value))),
  };
}
