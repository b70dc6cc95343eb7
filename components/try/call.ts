import { parameterQuery, parameterText, type Styled } from "#lib/spec/samples/parameter-text.ts";

/** One input of the form: a parameter of the operation, or a secret. */
export type TryField = { name: string; in: "path" | "query" | "header"; required: boolean; description: string | null; /** As it is written in a request. */ value: string; choices: string[]; /** A list is written with commas, an object as JSON; both are sent as `styled` says. */ shape: "plain" | "list" | "object"; styled: Styled };
/** A body as text, as a file, or as the fields of a form. */
export type TryBody = { mediaType: string; kind: "text" | "form" | "file"; text: string; fields: { name: string; value: string; example: string; isFile: boolean; required: boolean; contentType?: string }[] };
export type TrySecret = { scheme: string; label: string; kind: "bearer" | "basic" | "apiKey"; in: "header" | "query"; name: string };
export type TryOperation = { method: string; address: string; servers: { url: string; description: string | null }[]; fields: TryField[]; secrets: TrySecret[]; bodies: TryBody[]; bodyRequired: boolean; accept: string | null };
export type TryInput = { server: string; values: Record<string, string>; secrets: Record<string, string>; mediaType: string | null; body: string; /** Of a form, by the place of the field in it; of a file as a whole at 0. */ form: Record<number, string>; files: Record<number, File> };
export type Call = { url: string; method: string; headers: Record<string, string>; body: string | Blob | FormData | null };

/** The request that a filled-in form means. Throws a sentence that says what is missing. */
export function buildCall(operation: TryOperation, input: TryInput): Call {
  const value = (field: TryField) => input.values[`${field.in} ${field.name}`] ?? "";
  const missing = operation.fields.find((field) => (field.required || field.in === "path") && value(field) === "");
  if (missing) throw new Error(`${missing.name} is needed.`);
  const path = operation.address.replace(/\{([^{}]+)\}/g, (spelled, name: string) => {
    const field = operation.fields.find((candidate) => candidate.in === "path" && candidate.name === name);
    return field ? parameterText(field.styled, meant(field, value(field)), true) : spelled;
  });
  const url = new URL(`${input.server}${path}`);
  // A path such as `@elsewhere.example/` would turn the server into a user name.
  if (url.origin !== new URL(input.server).origin) throw new Error("The path leads away from the server.");
  const query: string[] = [];
  const headers: Record<string, string> = operation.accept === null ? {} : { accept: operation.accept };
  for (const field of operation.fields) {
    const text = value(field);
    if (text === "") continue;
    if (field.in === "query") query.push(...parameterQuery(field.styled, meant(field, text)));
    if (field.in === "header") headers[field.name.toLowerCase()] = parameterText(field.styled, meant(field, text), false);
  }
  if (query.length > 0) url.search = [url.search.slice(1), ...query].filter((part) => part !== "").join("&");
  for (const secret of operation.secrets) {
    const text = input.secrets[secret.scheme] ?? "";
    if (text === "") continue;
    if (secret.kind === "bearer") headers["authorization"] = `Bearer ${text}`;
    else if (secret.kind === "basic") headers["authorization"] = `Basic ${base64(text)}`;
    else if (secret.in === "query") url.searchParams.set(secret.name, text);
    else headers[secret.name.toLowerCase()] = text;
  }
  const body = ["GET", "HEAD"].includes(operation.method) ? null : bodyOf(operation, input);
  // A form in parts says its own type, with a boundary.
  if (body !== null && input.mediaType !== null && !(body instanceof FormData)) headers["content-type"] = input.mediaType;
  return { url: url.href, method: operation.method, headers, body };
}

/** What the text of an input stands for. */
function meant({ name, shape }: TryField, text: string): unknown {
  if (shape === "list") return text.split(",").map((part) => part.trim());
  return shape === "object" ? parsed(text, name) : text;
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${what} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function bodyOf({ bodies, bodyRequired }: TryOperation, { mediaType, body, form, files }: TryInput): Call["body"] {
  const chosen = bodies.find((candidate) => candidate.mediaType === mediaType);
  if (chosen === undefined) return null;
  if (chosen.kind === "form") return formOf(chosen, form, files);
  const content = chosen.kind === "file" ? (files[0] ?? "") : body;
  if (content === "") {
    if (bodyRequired) throw new Error(chosen.kind === "file" ? "The body is needed: choose a file." : "The body is needed.");
    return null;
  }
  if (typeof content === "string" && /[/+]json/.test(chosen.mediaType) && !/json-?(seq|lines)|ndjson|jsonl/.test(chosen.mediaType)) parsed(content, "The body");
  return content;
}

function formOf({ mediaType, fields }: TryBody, values: TryInput["form"], files: TryInput["files"]): string | FormData {
  const filled = fields.flatMap((field, index) => {
    const value = field.isFile ? files[index] : values[index];
    if (field.required && (value === undefined || value === "")) throw new Error(`${field.name} is needed.`);
    return value === undefined || value === "" ? [] : [{ ...field, value }];
  });
  if (!mediaType.startsWith("multipart/")) return new URLSearchParams(filled.map(({ name, value }) => [name, String(value)])).toString();
  const form = new FormData();
  for (const { name, value, contentType } of filled) form.append(name, typeof value === "string" && contentType !== undefined ? new Blob([value], { type: contentType }) : value);
  return form;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
