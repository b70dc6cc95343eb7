import type { Example, MediaType, Message, SchemaValue } from "#lib/spec/normalized-spec.ts";
import { exampleValue } from "#lib/spec/examples/example-value.ts";
import { asObject, type SchemaMap } from "#lib/spec/outline/schema-values.ts";

export type ShownExample = { name: string | null; summary: string | null; text: string; language: "json" | null; generated: boolean };

/** Examples of a media type: those of the document, else one made up from its schema. */
export function bodyExamples(media: Pick<MediaType, "mediaType" | "schema" | "examples"> & { itemSchema?: SchemaValue | null }, schemas: SchemaMap, direction: "request" | "response"): ShownExample[] {
  const given = media.examples.filter((example) => example.value !== undefined && example.value !== null).map(shown);
  if (given.length > 0) return given;
  const json = /json/.test(media.mediaType) || media.mediaType === "" || media.mediaType === "*/*";
  const schema = media.schema ?? media.itemSchema ?? null;
  if (!json || schema === null) return [];
  return [{ name: null, summary: null, ...textOf(exampleValue(schema, schemas, { direction })), generated: true }];
}

export function bodyExample(media: MediaType, schemas: SchemaMap, direction: "request" | "response"): ShownExample | null {
  return bodyExamples(media, schemas, direction)[0] ?? null;
}

/** Examples of a message: headers and payload together, the payload alone where there is nothing else. */
export function messageExamples(message: Pick<Message, "contentType" | "payload" | "examples">, schemas: SchemaMap, direction: "request" | "response"): ShownExample[] {
  const examples = message.examples.map((example) => {
    const value = asObject(example.value);
    return value !== null && Object.keys(value).length === 1 && "payload" in value ? { ...example, value: value.payload } : example;
  });
  // What is sent as Avro or Protobuf is still read, and checked, as JSON.
  const mediaType = /xml|html|csv|text\/plain/.test(message.contentType ?? "") ? (message.contentType ?? "") : "application/json";
  return bodyExamples({ mediaType, schema: message.payload, examples }, schemas, direction);
}

function shown(example: Example): ShownExample {
  return { name: example.name, summary: example.summary ?? example.description, ...textOf(example.value), generated: false };
}

function textOf(value: unknown): Pick<ShownExample, "text" | "language"> {
  if (typeof value === "string") return { text: value, language: /^\s*[[{]/.test(value) ? "json" : null };
  return { text: JSON.stringify(value, null, 2), language: "json" };
}
