import { exampleValue } from "../examples/example-value.ts";
import type { MediaType, Operation, Parameter, SecurityScheme, Server } from "../normalized-spec.ts";
import { mergeSchema } from "../examples/merged-schema.ts";
import { asObject, type SchemaMap } from "../outline/schema-values.ts";
import { expandServer } from "./expand-server.ts";
import { parameterQuery, parameterText } from "./parameter-text.ts";

export type SampleInput = { operation: Operation; servers: Server[]; securitySchemes: SecurityScheme[]; schemas: SchemaMap };
export type SampleBody = { kind: "text"; mediaType: string; text: string } | { kind: "form"; mediaType: string; fields: { name: string; value: string; isFile: boolean }[] } | { kind: "file"; mediaType: string };
export type SampleRequest = { method: string; /** With its query. */ url: string; headers: { name: string; value: string }[]; body: SampleBody | null };

/**
 * A request such as an operation asks for: what is required filled in by examples, secrets as `YOUR_TOKEN`.
 * `null` for what is not called over HTTP.
 */
export function sampleRequest({ operation, servers, securitySchemes, schemas }: SampleInput): SampleRequest | null {
  if (operation.kind !== "http" || operation.address === null) return null;
  const required = operation.parameters.filter((parameter) => parameter.required || parameter.in === "path");
  const valueOf = (parameter: Parameter) => parameterValue(parameter, schemas);
  const path = operation.address.replace(/\{([^{}]+)\}/g, (spelled, name: string) => {
    const parameter = required.find((candidate) => candidate.in === "path" && candidate.name === name);
    return parameter === undefined ? spelled : parameterText(parameter, valueOf(parameter), true);
  });
  const secrets = secretsOf(operation, securitySchemes);
  const query = [...required.filter(({ in: place }) => place === "query").flatMap((parameter) => parameterQuery(parameter, valueOf(parameter))), ...secrets.query];
  const cookies = [...required.filter(({ in: place }) => place === "cookie").map((parameter) => `${parameter.name}=${parameterText(parameter, valueOf(parameter), false)}`), ...secrets.cookies];
  const accept = operation.responses.find((response) => response.status.startsWith("2"))?.content[0]?.mediaType;
  const body = bodyOf(operation, schemas);
  return {
    method: operation.action,
    url: `${expandServer(servers)}${path}${query.length > 0 ? `?${query.join("&")}` : ""}`,
    headers: [
      ...(accept === undefined ? [] : [{ name: "Accept", value: accept }]),
      ...secrets.headers,
      ...required.filter((parameter) => parameter.in === "header").map((parameter) => ({ name: parameter.name, value: parameterText(parameter, valueOf(parameter), false) })),
      ...(cookies.length > 0 ? [{ name: "Cookie", value: cookies.join("; ") }] : []),
      // A form says its own, with a boundary.
      ...(body === null || body.mediaType.startsWith("multipart/") ? [] : [{ name: "Content-Type", value: body.mediaType }]),
    ],
    body,
  };
}

/** The document's example of a parameter, else one made from its schema, else its name. */
export function parameterValue(parameter: Parameter, schemas: SchemaMap): unknown {
  const given = parameter.examples.find((example) => example.value !== undefined && example.value !== null)?.value;
  if (given !== undefined) return given;
  const schema = parameter.schema ?? parameter.content?.[0]?.schema ?? null;
  if (schema === null || typeof schema === "boolean") return parameter.name;
  const made = exampleValue(schema, schemas, { direction: "request", name: parameter.name });
  return made === "…" || made === null ? parameter.name : made;
}

function bodyOf(operation: Operation, schemas: SchemaMap): SampleBody | null {
  const content = operation.requestBody?.content ?? [];
  const media = content.find(({ mediaType }) => mediaType.includes("json")) ?? content[0];
  if (media === undefined) return null;
  const { mediaType } = media;
  if (mediaType.startsWith("multipart/") || mediaType === "application/x-www-form-urlencoded") return { kind: "form", mediaType, fields: formFields(media, schemas) };
  const given = media.examples.find((example) => example.value !== undefined && example.value !== null)?.value;
  if (given !== undefined) return { kind: "text", mediaType, text: typeof given === "string" ? given : JSON.stringify(given, null, 2) };
  if (!/json/.test(mediaType) && mediaType !== "*/*") return { kind: "file", mediaType };
  return { kind: "text", mediaType: mediaType === "*/*" ? "application/json" : mediaType, text: JSON.stringify(exampleValue(media.schema ?? media.itemSchema ?? true, schemas, { direction: "request" }), null, 2) };
}

const fewFieldsMax = 3;

/** Fields of a form that must be sent; where none must, the first few. */
function formFields(media: MediaType, schemas: SchemaMap): { name: string; value: string; isFile: boolean }[] {
  const value = asObject(exampleValue(media.schema, schemas, { direction: "request" })) ?? {};
  const merged = mergeSchema(media.schema ?? true, schemas);
  const entries = Object.entries(value);
  const needed = entries.filter(([name]) => merged.required.has(name));
  return (needed.length > 0 ? needed : entries.slice(0, fewFieldsMax)).map(([name, part]) => {
    const facts = mergeSchema(merged.properties.get(name) ?? true, schemas);
    return { name, value: typeof part === "string" ? part : JSON.stringify(part), isFile: facts.formats.includes("binary") || (facts.types?.has("file") ?? false) };
  });
}

type Secrets = { headers: { name: string; value: string }[]; query: string[]; cookies: string[] };

/** What the first way in needs. */
function secretsOf(operation: Operation, schemes: SecurityScheme[]): Secrets {
  const secrets: Secrets = { headers: [], query: [], cookies: [] };
  for (const part of operation.security[0] ?? []) {
    const scheme = schemes.find((candidate) => candidate.name === part.scheme);
    if (scheme === undefined) continue;
    const { name, in: place } = scheme.definition;
    if (scheme.type === "apiKey" && typeof name === "string") {
      if (place === "query") secrets.query.push(`${encodeURIComponent(name)}=YOUR_API_KEY`);
      else if (place === "cookie") secrets.cookies.push(`${name}=YOUR_API_KEY`);
      else secrets.headers.push({ name, value: "YOUR_API_KEY" });
    } else if (scheme.type === "basic" || (scheme.type === "http" && String(scheme.definition.scheme).toLowerCase() === "basic")) secrets.headers.push({ name: "Authorization", value: "Basic YOUR_CREDENTIALS" });
    else if (["http", "oauth2", "openIdConnect"].includes(scheme.type)) secrets.headers.push({ name: "Authorization", value: "Bearer YOUR_TOKEN" });
  }
  return secrets;
}
