import type { Operation, Parameter, SecurityScheme } from "#lib/spec/normalized-spec.ts";
import { exampleValue } from "#lib/spec/examples/example-value.ts";
import { mergeSchema } from "#lib/spec/examples/merged-schema.ts";
import { schemeWords } from "#lib/spec/outline/security-words.ts";
import type { SchemaMap } from "#lib/spec/outline/schema-values.ts";
import { parameterText } from "#lib/spec/samples/parameter-text.ts";
import { parameterValue } from "#lib/spec/samples/sample-request.ts";
import type { CallableServer } from "#lib/spec/samples/server-origins.ts";
import type { TryField, TryOperation, TrySecret } from "./call.ts";

type Input = { operation: Operation; schemas: SchemaMap; servers: CallableServer[]; securitySchemes: SecurityScheme[] };

/** What the form to try an operation needs to know of it, and no more. */
export function tryOperation({ operation, schemas, servers, securitySchemes }: Input): TryOperation {
  return {
    method: operation.action,
    address: operation.address ?? "",
    servers: servers.map(({ url, description }) => ({ url, description })),
    fields: operation.parameters.flatMap((parameter) => fieldOf(parameter, schemas)),
    secrets: secretsOf(operation, securitySchemes),
    bodies: (operation.requestBody?.content ?? []).map((media) => {
      const given = media.examples.find((example) => example.value !== undefined && example.value !== null)?.value;
      const value = given ?? (/json/.test(media.mediaType) ? exampleValue(media.schema, schemas, { direction: "request" }) : "");
      return { mediaType: media.mediaType, text: typeof value === "string" ? value : JSON.stringify(value, null, 2) };
    }),
    accept: operation.responses.find(({ status }) => status.startsWith("2"))?.content[0]?.mediaType ?? null,
  };
}

/** Browsers send no cookies that a page makes up, so those are left out. */
function fieldOf(parameter: Parameter, schemas: SchemaMap): TryField[] {
  if (parameter.in !== "path" && parameter.in !== "query" && parameter.in !== "header") return [];
  const merged = mergeSchema(parameter.schema ?? true, schemas);
  const isList = merged.types?.has("array") ?? false;
  const needed = parameter.required || parameter.in === "path";
  return [{
    name: parameter.name,
    in: parameter.in,
    required: needed,
    description: parameter.description,
    value: needed ? parameterText({ ...parameter, style: null, explode: false }, parameterValue(parameter, schemas), false) : "",
    choices: (merged.enums[0] ?? []).slice(0, 100).map(String),
    style: isList ? "list" : "plain",
    explode: parameter.explode ?? (parameter.style === null || parameter.style === "form"),
  }];
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
