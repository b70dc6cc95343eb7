import { quote, quoteLines } from "../quote.ts";
import type { SampleBody, SampleRequest } from "../sample-request.ts";

/** The library requests. */
export function writePython({ method, url, headers, body }: SampleRequest): string {
  const options = [
    ...(headers.length === 0 ? [] : ["    headers={", ...headers.map(({ name, value }) => `        ${quote(name)}: ${quote(value)},`), "    },"]),
    ...(body === null ? [] : [`    ${argument(body)},`]),
  ];
  return ["import requests", "", "response = requests.request(", `    ${quote(method)},`, `    ${quote(url)},`, ...options, ")", "print(response.status_code, response.text)"].join("\n");
}

function argument(body: SampleBody): string {
  if (body.kind === "file") return 'data=open("file.bin", "rb")';
  if (body.kind === "text") {
    const value = parsed(body);
    return value === undefined ? `data=(\n        ${quoteLines(body.text, "        ")}\n    ).encode()` : `json=${literal(value, "    ")}`;
  }
  if (!body.mediaType.startsWith("multipart/")) return `data=[\n${body.fields.map(({ name, value }) => `        (${quote(name)}, ${quote(value)}),`).join("\n")}\n    ]`;
  const parts = body.fields.map(({ name, value, isFile, contentType }) => `        (${quote(name)}, ${isFile ? 'open("file.bin", "rb")' : `(None, ${quote(value)}${contentType === undefined ? "" : `, ${quote(contentType)}`})`}),`);
  return `files=[\n${parts.join("\n")}\n    ]`;
}

function parsed({ mediaType, text }: { mediaType: string; text: string }): unknown {
  if (!/json/.test(mediaType)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function literal(value: unknown, indent: string): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object") return String(value);
  const inner = `${indent}    `;
  const items = Array.isArray(value) ? value.map((item) => `${inner}${literal(item, inner)},`) : Object.entries(value).map(([name, item]) => `${inner}${quote(name)}: ${literal(item, inner)},`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return items.length === 0 ? `${open}${close}` : `${open}\n${items.join("\n")}\n${indent}${close}`;
}
