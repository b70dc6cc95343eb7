import type { NormalizedSpec, SchemaValue } from "../../lib/spec/normalized-spec.ts";

/** Every schema of a document that stands for itself: the named ones, and those written out in bodies, answers, parameters and messages. */
export function* schemasOf(spec: NormalizedSpec): Generator<{ name: string; schema: SchemaValue }> {
  for (const schema of spec.schemas) yield { name: schema.id, schema: { $ref: schema.id } };
  for (const operation of spec.operations) {
    for (const parameter of operation.parameters) yield* own(`${operation.key} ${parameter.in} ${parameter.name}`, parameter.schema);
    for (const media of operation.requestBody?.content ?? []) yield* own(`${operation.key} request ${media.mediaType}`, media.schema);
    for (const response of operation.responses) for (const media of response.content) yield* own(`${operation.key} ${response.status} ${media.mediaType}`, media.schema);
  }
  for (const message of spec.messages) {
    yield* own(`${message.id} payload`, message.payload);
    yield* own(`${message.id} headers`, message.headers);
  }
}

function* own(name: string, schema: SchemaValue | null): Generator<{ name: string; schema: SchemaValue }> {
  if (schema !== null && typeof schema === "object" && schema["$ref"] === undefined) yield { name, schema };
}
