import { mergeSchema } from "../../lib/spec/examples/merged-schema.ts";
import type { MediaType, Message, Operation, Schema, SchemaValue } from "../../lib/spec/normalized-spec.ts";

type Schemas = ReadonlyMap<string, Schema>;

// An answer that is closed at first shows this many fields, the rest piece by piece.
const closedMax = 60;
const openMax = 400;

/** What the page of an operation must say: its summary, each parameter's name and each top-level field's. */
export function ofOperation(operation: Operation, schemas: Schemas): string[] {
  const good = operation.responses.find(({ status }) => status.startsWith("2")) ?? operation.responses[0];
  return [
    ...(operation.summary ? [operation.summary] : []),
    ...operation.parameters.map(({ name }) => name),
    ...ofContent(operation.requestBody?.content ?? [], schemas, openMax),
    ...operation.responses.flatMap((response) => [...response.headers.map(({ name }) => name), ...ofContent(response.content, schemas, response === good ? openMax : closedMax)]),
  ];
}

export function ofMessage(message: Message, schemas: Schemas): string[] {
  return [message.title ?? message.name, ...fieldsOf(message.headers, schemas, openMax), ...fieldsOf(message.payload, schemas, openMax)];
}

export function ofSchema(schema: Schema, schemas: Schemas): string[] {
  return [schema.name, ...fieldsOf(schema.json, schemas, openMax)];
}

function ofContent(content: MediaType[], schemas: Schemas, most: number): string[] {
  return content.flatMap((media) => fieldsOf(media.schema ?? media.itemSchema, schemas, most));
}

function fieldsOf(schema: SchemaValue | null, schemas: Schemas, most: number): string[] {
  return schema === null ? [] : [...mergeSchema(schema, schemas).properties.keys()].slice(0, most);
}

