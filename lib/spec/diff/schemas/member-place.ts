import { joinPointer } from "../../text/json-pointer.ts";
import type { Place } from "../../text/resolution.ts";
import { isObject, type Json, listOf } from "../../values.ts";
import type { SchemaKind } from "../rules/schema-rules.ts";
import type { Part } from "./shape.ts";
import type { ShapeReader } from "./shape-reader.ts";

/** The members of a schema that a kind of finding speaks of, the likeliest first. */
const members: Partial<Record<SchemaKind, string[]>> = {
  type: ["type", "nullable", "$ref"], nullable: ["nullable", "x-nullable", "type"], enum: ["enum", "const"], "enum-list": ["enum", "const"],
  minimum: ["minimum", "exclusiveMinimum"], maximum: ["maximum", "exclusiveMaximum"], "multiple-of": ["multipleOf"],
  "min-length": ["minLength"], "max-length": ["maxLength"], "min-items": ["minItems"], "max-items": ["maxItems"],
  "min-properties": ["minProperties"], "max-properties": ["maxProperties"], "unique-items": ["uniqueItems"],
  pattern: ["pattern"], "pattern-other": ["pattern"], format: ["format"], "format-unknown": ["format"], "format-widened": ["format"], "content-encoding": ["contentEncoding"],
  items: ["items", "prefixItems"], contains: ["contains"], additional: ["additionalProperties", "patternProperties", "unevaluatedProperties"], "additional-values": ["additionalProperties"],
  "property-names": ["propertyNames"], "dependent-required": ["dependentRequired", "dependencies"],
  alternative: ["oneOf", "anyOf"], discriminator: ["discriminator"], not: ["not"], condition: ["if", "dependentSchemas", "dependencies"], default: ["default"], deprecated: ["deprecated"],
};

/** Kinds that speak of a property by its name. */
const ofProperties = new Set<SchemaKind>(["property", "property-of-part", "property-past-sunset", "property-refused", "required-missing", "read-only", "write-only", "write-only-required"]);

const partsDeepMax = 4;

/** Where a schema says what a finding speaks of: that member of it, also within its own `allOf`; else the schema itself. */
export function memberPlace(reader: ShapeReader, part: Part, kind: SchemaKind, name: string): Place {
  const at = reader.target(part);
  const place = { file: at.file, pointer: at.pointer };
  if (!isObject(at.json) || !reader.isWritten(at)) return place;
  // One that is not there would be among the others.
  if (ofProperties.has(kind)) return propertyPlace(reader, at, name) ?? { ...place, pointer: find(at.json, at.pointer, (json, pointer) => memberIn(json, pointer, ["properties"])) ?? at.pointer };
  const pointer = find(at.json, at.pointer, kind === "required" ? (json, pointer) => requiredIn(json, pointer, name) : (json, pointer) => memberIn(json, pointer, members[kind] ?? []));
  if (pointer !== null) return { ...place, pointer };
  return kind === "required" ? (propertyPlace(reader, at, name) ?? place) : place;
}

/** A property stands where it is spelled out, in whatever schema that is. */
function propertyPlace(reader: ShapeReader, at: Part, name: string): Place | null {
  const property = reader.shape(at).properties.get(name);
  return property ? { file: property.file, pointer: property.pointer } : null;
}

function memberIn(json: Json, pointer: string, names: string[]): string | null {
  const name = names.find((candidate) => Object.hasOwn(json, candidate));
  return name === undefined ? null : joinPointer(pointer, name);
}

function requiredIn(json: Json, pointer: string, name: string): string | null {
  const index = listOf(json["required"]).indexOf(name);
  return index === -1 ? null : joinPointer(joinPointer(pointer, "required"), index);
}

function find(json: Json, pointer: string, look: (json: Json, pointer: string) => string | null, depth = 0): string | null {
  const own = look(json, pointer);
  if (own !== null || depth >= partsDeepMax) return own;
  for (const [index, branch] of listOf(json["allOf"]).entries()) {
    const found = isObject(branch) ? find(branch, joinPointer(joinPointer(pointer, "allOf"), index), look, depth + 1) : null;
    if (found !== null) return found;
  }
  return null;
}
