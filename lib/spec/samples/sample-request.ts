import { exampleValue } from "../examples/example-value.ts";
import type { MediaType, Operation, Parameter, SecurityScheme, Server } from "../normalized-spec.ts";
import { mergeSchema } from "../examples/merged-schema.ts";
import { xmlExample } from "../examples/xml-example.ts";
import { asObject, type SchemaMap } from "../outline/schema-values.ts";
import { expandServer } from "./expand-server.ts";
import { formFields, type FormField } from "./form-fields.ts";
import { parameterQuery, parameterText } from "./parameter-text.ts";

export type SampleInput = { operation: Operation; servers: Server[]; securitySchemes: SecurityScheme[]; schemas: SchemaMap; /** Which of `sampleChoices`. */ choice?: SampleChoice | null };
/** A media type of the body, and which of its examples. */
export type SampleChoice = { mediaType: string; example: number; label: string };
export type SampleBody = { kind: "text"; mediaType: string; text: string } | { kind: "form"; mediaType: string; fields: FormField[] } | { kind: "file"; mediaType: string };
export type SampleRequest = { method: string; /** With its query. */ url: string; headers: { name: string; value: string }[]; body: SampleBody | null };

/**
 * A request such as an operation asks for: what is required filled in by examples, secrets as `YOUR_TOKEN`.
 * `null` for what is not called over HTTP.
 */
export function sampleRequest({ operation, servers, securitySchemes, schemas, choice = null }: SampleInput): SampleRequest | null {
  if (operation.kind !== "http" || operation.address === null) return null;
  const required = operation.parameters.filter((parameter) => parameter.required || parameter.in === "path");
  const valueOf = (parameter: Parameter) => parameterValue(parameter, schemas);
  const path = operation.address.replace(/\{([^{}]+)\}/g, (spelled, name: string) => {
    const parameter = required.find((candidate) => candidate.in === "path" && candidate.name === name);
    return parameter === undefined ? spelled : parameterText(parameter, valueOf(parameter), true);
  });
  const secrets = secretsOf(operation, securitySchemes);
  const query = [...required.filter(({ in: place }) => place === "query").flatMap((parameter) => parameterQuery(parameter, valueOf(parameter))), ...secrets.query];
  const cookies = [...required.filter(({ in: place }) => place === "cookie").map((parameter) => `${parameter.name}=${parameterText(parameter, valueOf(parameter), false).replace(/[;,\s"\\]/g, encodeURIComponent)}`), ...secrets.cookies];
  const accept = operation.responses.find((response) => response.status.startsWith("2"))?.content[0]?.mediaType;
  const body = bodyOf(operation, schemas, choice);
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
    ].map(({ name, value }) => ({ name: oneLine(name), value: oneLine(value) })),
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

/** A header is one line. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\0]+/g, " ");
}

/** Each media type of the body with each of its examples, the one that a sample shows first. */
export function sampleChoices(operation: Operation): SampleChoice[] {
  const content = operation.kind === "http" ? (operation.requestBody?.content ?? []) : [];
  const usual = usualMedia(content);
  return [...content.filter((media) => media === usual), ...content.filter((media) => media !== usual)].flatMap((media) => {
    const examples = givenExamples(media);
    return examples.length < 2
      ? [{ mediaType: media.mediaType, example: 0, label: media.mediaType }]
      : examples.map((given, index) => ({ mediaType: media.mediaType, example: index, label: [...(content.length > 1 ? [media.mediaType] : []), given.summary ?? given.name ?? `example ${index + 1}`].join(", ") }));
  });
}

function usualMedia(content: MediaType[]): MediaType | undefined {
  return content.find(({ mediaType }) => mediaType.includes("json")) ?? content[0];
}

function givenExamples(media: MediaType) {
  return media.examples.filter((example) => example.value !== undefined && example.value !== null);
}

function bodyOf(operation: Operation, schemas: SchemaMap, choice: SampleChoice | null): SampleBody | null {
  const content = operation.requestBody?.content ?? [];
  const media = content.find(({ mediaType }) => mediaType === choice?.mediaType) ?? usualMedia(content);
  if (media === undefined) return null;
  const { mediaType } = media;
  const given = givenExamples(media)[choice?.example ?? 0]?.value;
  if (mediaType.startsWith("multipart/") || mediaType === "application/x-www-form-urlencoded") return { kind: "form", mediaType, fields: formFields(media, asObject(given) ?? neededFields(media, schemas), schemas) };
  if (given !== undefined) return { kind: "text", mediaType, text: typeof given === "string" ? given : JSON.stringify(given, null, 2) };
  const schema = media.schema ?? media.itemSchema ?? true;
  const made = () => exampleValue(schema, schemas, { direction: "request" });
  if (/[/+]xml$/.test(mediaType) && schema !== true) return { kind: "text", mediaType, text: xmlExample(schema, schemas, made()) };
  if (mediaType.startsWith("text/")) return { kind: "text", mediaType, text: String(made()) };
  if (!/json/.test(mediaType) && mediaType !== "*/*") return { kind: "file", mediaType };
  return { kind: "text", mediaType: mediaType === "*/*" ? "application/json" : mediaType, text: JSON.stringify(made(), null, 2) };
}

const fewFieldsMax = 3;

/** Fields of a form that must be sent; where none must, the first few. */
function neededFields(media: MediaType, schemas: SchemaMap): Record<string, unknown> {
  const entries = Object.entries(asObject(exampleValue(media.schema, schemas, { direction: "request" })) ?? {});
  const { required } = mergeSchema(media.schema ?? true, schemas);
  const needed = entries.filter(([name]) => required.has(name));
  return Object.fromEntries(needed.length > 0 ? needed : entries.slice(0, fewFieldsMax));
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
