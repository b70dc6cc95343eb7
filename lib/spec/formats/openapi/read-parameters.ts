import { sunsetOf } from "../../sunset.ts";
import type { Parameter } from "../../normalized-spec.ts";
import type { Node } from "../../text/resolution.ts";
import { childOf, isObject, itemsOf, membersOf, textOf, wordOf } from "../../values.ts";
import { readContent, readExamples } from "./read-content.ts";
import type { Reading } from "./reading.ts";
import { at } from "./reading.ts";
import { swaggerExplode, swaggerSchema, swaggerStyle } from "./swagger-parameters.ts";

/** Who the parameters belong to. */
export type ParameterOwner = { key: string; internal: boolean };

const PLACES = new Set(["path", "query", "querystring", "header", "cookie"]);

/**
 * Parameter nodes of an operation: its own, then those of its path that it does not replace (by name and place),
 * behind their references. Swagger 2's body and form parameters are among them.
 */
export function parameterNodes(reading: Reading, pathItem: Node, operation: Node): Node[] {
  const found = new Map<string, Node>();
  for (const holder of [operation, pathItem]) {
    const list = at(reading, holder, "parameters");
    for (const item of list ? itemsOf(list) : []) {
      const node = reading.doc.follow(item);
      if (!node || !isObject(node.value)) continue;
      const key = `${wordOf(node.value["in"])}\n${wordOf(node.value["name"])}`;
      if (!found.has(key)) found.set(key, node);
    }
  }
  return [...found.values()];
}

/** One parameter (OpenAPI 3.x Parameter Object, Swagger 2 parameters outside the body). */
export function readParameter(reading: Reading, node: Node, owner: ParameterOwner): Parameter | null {
  if (!isObject(node.value)) return null;
  const name = textOf(node.value["name"]);
  const place = textOf(node.value["in"]);
  if (name === null || place === null || !PLACES.has(place)) return null;
  return readField(reading, node, name, place as Parameter["in"], `request.${place}`, owner);
}

/** A `headers` map of a response. */
export function readHeaders(reading: Reading, headers: Node | null, status: string, owner: ParameterOwner): Parameter[] {
  if (!headers) return [];
  return membersOf(headers).flatMap(([name, written]) => {
    const node = reading.doc.follow(written);
    return node && isObject(node.value) ? [readField(reading, node, name, "header", `response.${status}.header`, owner)] : [];
  });
}

function readField(reading: Reading, node: Node, name: string, place: Parameter["in"], field: string, owner: ParameterOwner): Parameter {
  const value = node.value as Record<string, unknown>;
  const swagger = reading.generation === "2.0";
  const required = place === "path" || value["required"] === true;
  const deprecated = value["deprecated"] === true;
  const sunset = sunsetOf(value);
  const description = textOf(value["description"]);
  const content = swagger ? null : at(reading, node, "content");
  const common = { owner: { kind: "operation" as const, id: owner.key }, place: field, internal: owner.internal || value["x-internal"] === true, path: name };
  const about = { required, deprecated, description, pointer: node.pointer };
  const written = swagger ? { ...node, value: swaggerSchema(value) } : childOf(node, "schema");
  const style = swagger ? swaggerStyle(value, place) : (textOf(value["style"]) ?? (content ? null : defaultStyle(place)));
  const explode = swagger ? swaggerExplode(value) : typeof value["explode"] === "boolean" ? value["explode"] : content ? null : style === "form" || style === "cookie";
  const media = content ? readContent(reading, content, common) : null;
  const schema = media && written.value === undefined ? null : reading.schemas.readField({ ...written, value: written.value ?? {} }, { ...common, mediaType: null }, about);
  if (media && schema === null) reading.schemas.readField({ ...node, value: {} }, { ...common, mediaType: null }, about);
  return {
    name, in: place, required, deprecated, description, style, explode, allowReserved: value["allowReserved"] === true,
    ...(value["allowEmptyValue"] === true ? { allowEmptyValue: true as const } : {}),
    ...(sunset === null ? {} : { sunset }),
    schema: media ? null : schema, content: media, examples: readExamples(reading, node), file: node.file, pointer: node.pointer,
  };
}

/** OpenAPI 3.x, Parameter Object, `style`. */
function defaultStyle(place: Parameter["in"]): string | null {
  if (place === "querystring") return null;
  return place === "query" || place === "cookie" ? "form" : "simple";
}
