import type { Operation, SchemaValue, SecurityScheme, Server } from "#lib/spec/normalized-spec.ts";
import { exampleValue } from "#components/schema/example-value.ts";
import { flattenSchema } from "#lib/spec/outline/flatten-schema.ts";
import { asObject, resolveSchema, type SchemaMap } from "#lib/spec/outline/schema-values.ts";
import { isNull } from "#lib/spec/outline/type-words.ts";
import { bodyExample } from "./body-example.ts";

type Input = { operation: Operation; servers: Server[]; securitySchemes: SecurityScheme[]; schemas: SchemaMap };

/** A call that one can paste into a shell: required parameters filled in, secrets as `$VARIABLES`. `null` for what is not called over HTTP. */
export function curlSample({ operation, servers, securitySchemes, schemas }: Input): string | null {
  if (operation.kind !== "http" || operation.address === null) return null;
  const required = operation.parameters.filter((parameter) => parameter.required || parameter.in === "path");
  const valueOf = (parameter: Operation["parameters"][number]) => {
    const schema = parameter.schema ?? parameter.content?.[0]?.schema ?? null;
    const value = parameter.examples[0]?.value ?? (schema !== null && typeof schema === "object" && !isNull(schema, schemas) ? exampleValue(schema, schemas) : parameter.name);
    return typeof value === "object" && value !== null ? JSON.stringify(value) : value === "…" ? parameter.name : String(value);
  };
  const path = operation.address.replace(/\{([^{}]+)\}/g, (spelled, name: string) => {
    const parameter = required.find((candidate) => candidate.in === "path" && candidate.name === name);
    return parameter === undefined ? spelled : encodeURIComponent(valueOf(parameter));
  });
  const query = required.filter((parameter) => parameter.in === "query").map((parameter) => `${encodeURIComponent(parameter.name)}=${encodeURIComponent(valueOf(parameter))}`);
  const security = secrets(operation, securitySchemes);
  const lines = [`curl${operation.action === "GET" ? "" : ` -X ${operation.action}`} ${quote(`${baseUrl(servers)}${path}${query.length + security.query.length > 0 ? `?${[...query, ...security.query].join("&")}` : ""}`)}`];
  const accept = operation.responses.find((response) => response.status.startsWith("2"))?.content[0]?.mediaType;
  if (accept !== undefined) lines.push(`-H ${quote(`Accept: ${accept}`)}`);
  for (const header of security.headers) lines.push(`-H ${quote(header)}`);
  for (const parameter of required) if (parameter.in === "header") lines.push(`-H ${quote(`${parameter.name}: ${valueOf(parameter)}`)}`);
  lines.push(...bodyLines(operation, schemas));
  return lines.join(" \\\n  ");
}

function baseUrl(servers: Server[]): string {
  const server = servers.find((candidate) => !candidate.placeholder) ?? servers[0];
  if (server === undefined) return "https://example.com";
  const url = server.url.replace(/\{([^{}]+)\}/g, (spelled, name: string) => server.variables[name]?.default ?? spelled);
  return (url.startsWith("/") ? `https://example.com${url}` : url).replace(/\/+$/, "");
}

function bodyLines(operation: Operation, schemas: SchemaMap): string[] {
  const media = operation.requestBody?.content.find((content) => content.mediaType.includes("json")) ?? operation.requestBody?.content[0];
  if (media === undefined) return [];
  if (media.mediaType.startsWith("multipart/") || media.mediaType === "application/x-www-form-urlencoded") {
    const value = neededFields(media.schema, schemas);
    const flag = media.mediaType.startsWith("multipart/") ? "-F" : "--data-urlencode";
    return Object.entries(value).map(([name, part]) => `${flag} ${quote(`${name}=${typeof part === "string" ? part : JSON.stringify(part)}`)}`);
  }
  const example = bodyExample(media, schemas, "request");
  return [`-H ${quote(`Content-Type: ${media.mediaType}`)}`, ...(example === null ? ["--data-binary @file"] : [`-d ${quote(example.text)}`])];
}

const fewFieldsMax = 3;

/** Fields of a form that must be sent; where none must, the first few. */
function neededFields(schema: SchemaValue | null, schemas: SchemaMap): Record<string, unknown> {
  const value = asObject(exampleValue(schema, schemas, { direction: "request" })) ?? {};
  const resolved = schema === null ? null : resolveSchema(schema, schemas).value;
  const required = typeof resolved === "object" && resolved !== null ? flattenSchema(resolved, schemas, []).required : new Set<string>();
  const entries = Object.entries(value);
  const needed = entries.filter(([name]) => required.has(name));
  return Object.fromEntries(needed.length > 0 ? needed : entries.slice(0, fewFieldsMax));
}

/** What the first way in needs. */
function secrets(operation: Operation, schemes: SecurityScheme[]): { headers: string[]; query: string[] } {
  const headers: string[] = [];
  const query: string[] = [];
  for (const part of operation.security[0] ?? []) {
    const scheme = schemes.find((candidate) => candidate.name === part.scheme);
    if (scheme === undefined) continue;
    const { name, in: place } = scheme.definition;
    if (scheme.type === "apiKey" && typeof name === "string") {
      if (place === "query") query.push(`${encodeURIComponent(name)}=$API_KEY`);
      else headers.push(place === "cookie" ? `Cookie: ${name}=$API_KEY` : `${name}: $API_KEY`);
    } else if (scheme.type === "basic" || (scheme.type === "http" && scheme.definition.scheme === "basic")) headers.push("Authorization: Basic $CREDENTIALS");
    else if (["http", "oauth2", "openIdConnect"].includes(scheme.type)) headers.push("Authorization: Bearer $TOKEN");
  }
  return { headers, query };
}

/** For a POSIX shell; text with a variable stands in double quotes, so that the shell fills it in. */
function quote(text: string): string {
  if (/\$(API_KEY|TOKEN|CREDENTIALS)\b/.test(text)) return `"${text.replace(/["\\`]/g, "\\$&")}"`;
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
