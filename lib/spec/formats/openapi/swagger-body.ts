import type { Body, Example, MediaType, SchemaValue } from "../../normalized-spec.ts";
import type { Node } from "../../text/resolution.ts";
import { childOf, isObject, membersOf, objectOf, textOf, textsOf } from "../../values.ts";
import type { ParameterOwner } from "./read-parameters.ts";
import type { Reading } from "./reading.ts";
import { at } from "./reading.ts";
import { swaggerSchema } from "./swagger-parameters.ts";

/** Swagger 2's body or form parameters as a request body. */
export function readSwaggerBody(reading: Reading, parameters: Node[], operation: Node, owner: ParameterOwner): Body | null {
  const own = at(reading, operation, "consumes");
  const consumes = own ? textsOf(own.value) : reading.consumes;
  const body = parameters.find((node) => objectOf(node.value)["in"] === "body");
  if (body) return readBody(reading, body, consumes.length > 0 ? consumes : ["application/json"], owner);
  const form = parameters.filter((node) => objectOf(node.value)["in"] === "formData");
  return form.length > 0 ? readForm(reading, form, consumes, operation, owner) : null;
}

/** `schema`, `produces` and `examples` of a Swagger 2 response as media types. */
export function readSwaggerContent(reading: Reading, response: Node, operation: Node, status: string, owner: ParameterOwner): MediaType[] {
  const schema = childOf(response, "schema");
  const own = at(reading, operation, "produces");
  const produces = own ? textsOf(own.value) : reading.produces;
  const examples = at(reading, response, "examples");
  const written = examples ? membersOf(examples) : [];
  if (schema.value === undefined && written.length === 0) return [];
  const mediaTypes = schema.value === undefined ? written.map(([mediaType]) => mediaType) : produces.length > 0 ? produces : ["application/json"];
  const asFile = isObject(schema.value) && schema.value["type"] === "file";
  const node = asFile ? { ...schema, value: { ...swaggerSchema(objectOf(schema.value)), description: objectOf(schema.value)["description"] } } : schema;
  return mediaTypes.map((mediaType) => ({
    mediaType, schema: schema.value === undefined ? null : readSchema(reading, node, `response.${status}`, mediaType, owner), itemSchema: null, encoding: null,
    examples: written.filter(([name]) => name === mediaType).map(([, example]) => plainExample(example.value)),
  }));
}

function readBody(reading: Reading, node: Node, consumes: string[], owner: ParameterOwner): Body {
  const value = objectOf(node.value);
  const schema = childOf(node, "schema");
  return {
    required: value["required"] === true, description: textOf(value["description"]), file: node.file, pointer: node.pointer,
    content: consumes.map((mediaType) => ({ mediaType, schema: schema.value === undefined ? null : readSchema(reading, schema, "request.body", mediaType, owner), itemSchema: null, examples: [], encoding: null })),
  };
}

function readForm(reading: Reading, form: Node[], consumes: string[], operation: Node, owner: ParameterOwner): Body {
  const files = form.some((node) => objectOf(node.value)["type"] === "file");
  const fitting = consumes.filter((mediaType) => /^(multipart\/|application\/x-www-form-urlencoded)/i.test(mediaType));
  const mediaTypes = fitting.length > 0 ? fitting : [files ? "multipart/form-data" : "application/x-www-form-urlencoded"];
  const content = mediaTypes.map((mediaType): MediaType => {
    const properties: Record<string, SchemaValue> = {};
    const required: string[] = [];
    for (const node of form) {
      const value = objectOf(node.value);
      const name = textOf(value["name"]);
      if (name === null || name === "__proto__") continue;
      if (value["required"] === true) required.push(name);
      const description = textOf(value["description"]);
      const schema = { ...swaggerSchema(value), ...(description === null ? {} : { description }) };
      const place = { owner: { kind: "operation" as const, id: owner.key }, place: "request.body", mediaType, internal: owner.internal, path: name };
      properties[name] = reading.schemas.readField({ ...node, value: schema }, place, { required: value["required"] === true, deprecated: false, description, pointer: node.pointer });
    }
    return { mediaType, schema: { type: "object", properties, ...(required.length > 0 ? { required } : {}) }, itemSchema: null, examples: [], encoding: null };
  });
  return { required: form.some((node) => objectOf(node.value)["required"] === true), description: null, content, file: operation.file, pointer: `${operation.pointer}/parameters` };
}

function readSchema(reading: Reading, node: Node, place: string, mediaType: string, owner: ParameterOwner): SchemaValue {
  return reading.schemas.read(node, { owner: { kind: "operation", id: owner.key }, place, mediaType, internal: owner.internal });
}

function plainExample(value: unknown): Example {
  return { name: null, summary: null, description: null, value, externalValue: null };
}
