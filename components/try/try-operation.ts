import type { MediaType, Operation, Parameter, SecurityScheme } from "#lib/spec/normalized-spec.ts";
import { exampleValue } from "#lib/spec/examples/example-value.ts";
import { mergeSchema } from "#lib/spec/examples/merged-schema.ts";
import { schemeWords } from "#lib/spec/outline/security-words.ts";
import { asObject, type SchemaMap } from "#lib/spec/outline/schema-values.ts";
import { xmlExample } from "#lib/spec/examples/xml-example.ts";
import { formFields } from "#lib/spec/samples/form-fields.ts";
import { parameterValue } from "#lib/spec/samples/sample-request.ts";
import type { CallableServer } from "#lib/spec/samples/server-origins.ts";
import type { TryBody, TryField, TryOperation, TrySecret } from "./call.ts";

type Input = { operation: Operation; schemas: SchemaMap; servers: CallableServer[]; securitySchemes: SecurityScheme[] };

/** What the form to try an operation needs to know of it, and no more. */
export function tryOperation({ operation, schemas, servers, securitySchemes }: Input): TryOperation {
  return {
    method: operation.action,
    address: operation.address ?? "",
    servers: servers.map(({ url, description }) => ({ url, description })),
    fields: operation.parameters.flatMap((parameter) => fieldOf(parameter, schemas)),
    secrets: secretsOf(operation, securitySchemes),
    bodies: (operation.requestBody?.content ?? []).map((media) => bodyOf(media, schemas)),
    bodyRequired: operation.requestBody?.required ?? false,
    accept: operation.responses.find(({ status }) => status.startsWith("2"))?.content[0]?.mediaType ?? null,
  };
}

function bodyOf(media: MediaType, schemas: SchemaMap): TryBody {
  const { mediaType } = media;
  const given = media.examples.find((example) => example.value !== undefined && example.value !== null)?.value;
  const made = () => given ?? exampleValue(media.schema, schemas, { direction: "request" });
  if (mediaType.startsWith("multipart/") || mediaType === "application/x-www-form-urlencoded") {
    const { required } = mergeSchema(media.schema ?? true, schemas);
    const fields = formFields(media, asObject(made()) ?? {}, schemas).map(({ value, ...field }) => {
      const needed = required.has(field.name.replace(/\[.*$/, ""));
      return { ...field, required: needed && !field.name.includes("["), value: needed && !field.isFile ? value : "", example: field.isFile ? "" : value };
    });
    return { mediaType, kind: "form", text: "", fields };
  }
  const isXml = /[/+]xml$/.test(mediaType);
  if (given === undefined && !isXml && !/json/.test(mediaType) && !mediaType.startsWith("text/") && mediaType !== "*/*") return { mediaType, kind: "file", text: "", fields: [] };
  const value = given ?? (isXml && media.schema !== null ? xmlExample(media.schema, schemas, made()) : /json/.test(mediaType) ? made() : "");
  return { mediaType, kind: "text", text: typeof value === "string" ? value : JSON.stringify(value, null, 2), fields: [] };
}

/** Browsers send no cookies that a page makes up, so those are left out. */
function fieldOf(parameter: Parameter, schemas: SchemaMap): TryField[] {
  if (parameter.in !== "path" && parameter.in !== "query" && parameter.in !== "header") return [];
  const merged = mergeSchema(parameter.schema ?? parameter.content?.[0]?.schema ?? true, schemas);
  const shape = parameter.content !== null || merged.types?.has("object") || merged.properties.size > 0 ? "object" : merged.types?.has("array") ? "list" : "plain";
  const needed = parameter.required || parameter.in === "path";
  return [{
    name: parameter.name,
    in: parameter.in,
    required: needed,
    description: parameter.description,
    value: needed ? writtenAs(shape, parameterValue(parameter, schemas)) : "",
    choices: (merged.enums[0] ?? []).slice(0, 100).map(String),
    shape,
    styled: { name: parameter.name, in: parameter.in, style: parameter.style, explode: parameter.explode, allowReserved: parameter.allowReserved, content: parameter.content === null ? null : [] },
  }];
}

function writtenAs(shape: TryField["shape"], value: unknown): string {
  if (shape === "list" && Array.isArray(value)) return value.map((item) => (typeof item === "string" ? item : JSON.stringify(item))).join(",");
  return typeof value === "string" && shape !== "object" ? value : JSON.stringify(value);
}

/** Of every alternative, since one fills in what one has; where the document knows of none at all, a header as servers commonly want it. */
function secretsOf({ security }: Operation, schemes: SecurityScheme[]): TrySecret[] {
  if (schemes.length === 0) return [{ scheme: "authorization", label: "Authorization header, should the server want one", kind: "apiKey", in: "header", name: "authorization" }];
  const wanted = new Set(security.flat().map(({ scheme }) => scheme));
  return schemes.filter(({ name }) => wanted.has(name)).flatMap(secretOf);
}

function secretOf(scheme: SecurityScheme): TrySecret[] {
  const { name, in: place } = scheme.definition;
  const base = { scheme: scheme.name, label: capital(schemeWords(scheme)), in: "header" as const, name: "authorization" };
  if (scheme.type === "apiKey" && typeof name === "string" && place !== "cookie") return [{ ...base, kind: "apiKey", name, in: place === "query" ? "query" : "header" }];
  if (scheme.type === "basic" || (scheme.type === "http" && String(scheme.definition.scheme).toLowerCase() === "basic")) return [{ ...base, kind: "basic" }];
  return ["http", "oauth2", "openIdConnect"].includes(scheme.type) ? [{ ...base, kind: "bearer" }] : [];
}

function capital(text: string): string {
  return text.replace(/^an? /, "").replace(/^./, (letter) => letter.toUpperCase());
}
