/** How a payload is described: as JSON Schema in one of its dialects, as Avro, or in a language that is kept as it is. */
export type SchemaLanguage = "json-schema" | "avro" | "other";

/** What a `schemaFormat` means (AsyncAPI 2.6 and 3.0, "Schema formats table"); without one it is AsyncAPI's own, a JSON Schema. */
export function schemaLanguage(schemaFormat: string | null): SchemaLanguage {
  if (schemaFormat === null) return "json-schema";
  const mediaType = schemaFormat.toLowerCase();
  if (/avro/.test(mediaType)) return "avro";
  if (/vnd\.aai\.asyncapi|application\/schema|vnd\.oai\.openapi|jsonschema|json-schema/.test(mediaType)) return "json-schema";
  return "other";
}
