import type { Example, MediaType } from "../../normalized-spec.ts";
import type { SchemaPlace } from "../../schemas/schema-reader.ts";
import type { Node } from "../../text/resolution.ts";
import { childOf, isObject, membersOf, objectOf, textOf } from "../../values.ts";
import type { Reading } from "./reading.ts";
import { at } from "./reading.ts";

/** A `content` map (OpenAPI 3.x Media Type Objects). Fields of its schemas are recorded under `place`. */
export function readContent(reading: Reading, content: Node | null, place: Omit<SchemaPlace, "mediaType">): MediaType[] {
  if (!content) return [];
  return membersOf(content).flatMap(([mediaType, written]) => {
    const node = reading.doc.follow(written);
    if (!node || !isObject(node.value)) return [];
    const schema = (name: string, path: string) => (node.value as Record<string, unknown>)[name] === undefined ? null : reading.schemas.read(childOf(node, name), { ...place, mediaType, path });
    return [{
      mediaType, schema: schema("schema", place.path ?? ""), itemSchema: schema("itemSchema", `${place.path ?? ""}[]`),
      examples: readExamples(reading, node), encoding: isObject(node.value["encoding"]) ? node.value["encoding"] : null,
    }];
  });
}

/** `example` and `examples` of a parameter, header or media type. */
export function readExamples(reading: Reading, node: Node): Example[] {
  const holder = objectOf(node.value);
  const single: Example[] = holder["example"] === undefined ? [] : [{ name: null, summary: null, description: null, value: holder["example"], externalValue: null }];
  const examples = at(reading, node, "examples");
  if (!examples) return single;
  return [...single, ...membersOf(examples).flatMap(([name, written]) => {
    const example = reading.doc.follow(written);
    return example && isObject(example.value) ? [exampleOf(name, example.value)] : [];
  })];
}

function exampleOf(name: string, example: Record<string, unknown>): Example {
  // OpenAPI 3.2 splits the value into data and what goes over the wire.
  const value = example["value"] ?? example["dataValue"] ?? example["serializedValue"] ?? null;
  return { name, summary: textOf(example["summary"]), description: textOf(example["description"]), value, externalValue: textOf(example["externalValue"]) };
}
