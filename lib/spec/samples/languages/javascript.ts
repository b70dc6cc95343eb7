import { quote } from "../quote.ts";
import type { SampleBody, SampleRequest } from "../sample-request.ts";

/** `fetch`, as in Node.js. */
export function writeJavaScript({ method, url, headers, body }: SampleRequest): string {
  const { lead, value } = body === null ? { lead: [], value: null } : bodyOf(body);
  const usesFile = body?.kind === "file" || (body?.kind === "form" && body.fields.some(({ isFile }) => isFile));
  const options = [
    ...(method === "GET" ? [] : [`  method: ${quote(method)},`]),
    ...(headers.length === 0 ? [] : ["  headers: {", ...headers.map(({ name, value: text }) => `    ${quote(name)}: ${quote(text)},`), "  },"]),
    ...(value === null ? [] : [`  body: ${value},`]),
  ];
  return [
    ...(usesFile ? ['import { readFile } from "node:fs/promises";', ""] : []),
    ...lead,
    options.length === 0 ? `const response = await fetch(${quote(url)});` : `const response = await fetch(${quote(url)}, {\n${options.join("\n")}\n});`,
    "console.log(response.status, await response.text());",
  ].join("\n");
}

function bodyOf(body: SampleBody): { lead: string[]; value: string } {
  if (body.kind === "file") return { lead: [], value: 'await readFile("file.bin")' };
  if (body.kind === "text") return { lead: [], value: isLiteral(body) ? `JSON.stringify(${body.text.replaceAll("\n", "\n  ")})` : quote(body.text) };
  if (!body.mediaType.startsWith("multipart/")) return { lead: [], value: `new URLSearchParams([\n${body.fields.map(({ name, value }) => `    [${quote(name)}, ${quote(value)}],`).join("\n")}\n  ])` };
  const lines = body.fields.map(({ name, value, isFile, contentType }) => {
    if (isFile) return `form.append(${quote(name)}, new Blob([await readFile("file.bin")]), "file.bin");`;
    return `form.append(${quote(name)}, ${contentType === undefined ? quote(value) : `new Blob([${quote(value)}], { type: ${quote(contentType)} })`});`;
  });
  return { lead: ["const form = new FormData();", ...lines, ""], value: "form" };
}

/** JSON is JavaScript, but for one name, and for signs that turn what one reads. */
function isLiteral({ mediaType, text }: { mediaType: string; text: string }): boolean {
  if (!/json/.test(mediaType) || /__proto__|[^\n\x20-\x7e\u00a1-\u1fff\u2c00-\ud7ff\u{1f300}-\u{1faff}]/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
