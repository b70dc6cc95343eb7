import { quoteShell } from "../quote.ts";
import type { SampleRequest } from "../sample-request.ts";

/** For a POSIX shell. */
export function writeCurl({ method, url, headers, body }: SampleRequest): string {
  const parts = [
    // Brackets and braces would be patterns to curl.
    `curl ${/[[\]{}]/.test(url) ? "--globoff " : ""}${quoteShell(url)}`,
    ...(method === "GET" ? [] : [`--request ${/^[A-Z]+$/.test(method) ? method : quoteShell(method)}`]),
    ...headers.map(({ name, value }) => `--header ${quoteShell(value === "" ? `${name};` : `${name}: ${value}`)}`),
  ];
  if (body?.kind === "text") parts.push(`--data-raw ${quoteShell(body.text)}`);
  if (body?.kind === "file") parts.push("--data-binary @file.bin");
  if (body?.kind === "form" && !body.mediaType.startsWith("multipart/")) parts.push(...body.fields.map(({ name, value }) => `--data-urlencode ${quoteShell(`${encodeName(name)}=${value}`)}`));
  if (body?.kind === "form" && body.mediaType.startsWith("multipart/")) {
    parts.push(...body.fields.map(({ name, value, isFile, contentType }) => {
      if (isFile) return `--form ${quoteShell(`${name}=@file.bin`)}`;
      return contentType === undefined ? `--form-string ${quoteShell(`${name}=${value}`)}` : `--form ${quoteShell(`${name}="${value.replace(/["\\]/g, "\\$&")}";type=${contentType}`)}`;
    }));
  }
  return parts.join(" \\\n  ");
}

/** curl encodes values only. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll("%5B", "[").replaceAll("%5D", "]");
}
