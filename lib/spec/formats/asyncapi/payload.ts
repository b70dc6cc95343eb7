import type { Message, SchemaValue } from "../../normalized-spec.ts";
import type { SchemaPlace } from "../../schemas/schema-reader.ts";
import { refOf } from "../../text/reference-resolver.ts";
import type { Node } from "../../text/resolution.ts";
import { childOf, isObject, textOf } from "../../values.ts";
import { avroProperties } from "./avro-properties.ts";
import { avroSource } from "./avro-source.ts";
import { mergePatch } from "./layers.ts";
import type { Reading } from "./reading.ts";
import { schemaLanguage } from "./schema-format.ts";

type Payload = Pick<Message, "payload" | "payloadSource" | "schemaFormat">;

/** What a message carries. `schemaFormat` is that of the message (2.x); a multi-format schema object (3.x) has its own. */
export function readPayload(reading: Reading, node: Node, schemaFormat: string | null, place: SchemaPlace): Payload {
  if (node.value === undefined) return { payload: null, payloadSource: null, schemaFormat };
  const multi = multiFormat(reading, node);
  const format = multi?.format ?? schemaFormat;
  const schema = multi?.schema ?? node;
  const language = schemaLanguage(format);
  if (language === "json-schema") return { payload: reading.schemas.read(schema, place), payloadSource: null, schemaFormat: format };
  if (language === "avro") {
    const source = avroSource(reading.doc, schema);
    if (source !== null) avroProperties(reading.doc, source, place).every((row) => reading.schemas.addProperty(row));
    return { payload: null, payloadSource: source?.value ?? schema.value, schemaFormat: format };
  }
  return { payload: null, payloadSource: reading.doc.follow(schema)?.value ?? schema.value, schemaFormat: format };
}

/**
 * Headers of a message and its traits as one schema. Where one of several stands behind a reference they are put
 * together by `allOf`, so that the reference stays what it is.
 */
export function readHeaders(reading: Reading, layers: Node[], place: SchemaPlace): SchemaValue | null {
  const read = layers
    .map((layer) => childOf(layer, "headers"))
    .filter(({ value }) => value !== undefined && value !== null)
    .map((node) => multiFormat(reading, node) ?? { schema: node, format: null })
    .filter(({ format }) => schemaLanguage(format) === "json-schema")
    .map(({ schema }) => reading.schemas.read(schema, place));
  if (read.length <= 1) return read[0] ?? null;
  const objects = read.filter(isObject);
  if (objects.some((schema) => schema["$ref"] !== undefined)) return { allOf: objects };
  return objects.reduceRight((merged, schema) => mergePatch(merged, schema), {});
}

/** A multi-format schema object (3.0, "Multi Format Schema Object"), also behind a reference; else null. */
export function multiFormat(reading: Reading, node: Node): { schema: Node; format: string } | null {
  if (reading.major !== 3 || !isObject(node.value)) return null;
  // A schema that is missing is said where the schema is read.
  const ref = refOf(node.value);
  const target = ref === null ? node : reading.doc.resolve(ref, node.file).ok ? reading.doc.follow(node) : null;
  if (target === null || !isObject(target.value)) return null;
  const format = textOf(target.value["schemaFormat"]);
  return format === null || target.value["schema"] === undefined ? null : { schema: childOf(target, "schema"), format };
}
