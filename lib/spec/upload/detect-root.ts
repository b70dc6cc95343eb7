import type { Format } from "../normalized-spec.ts";
import { endOfString } from "../text/scan-json.ts";

export type DetectedRoot = { format: Format; specVersion: string };

const member = /(?:^|[\s{,])(["']?)(openapi|swagger|asyncapi)\1\s*:\s*(["']?)([0-9][^\s"',}#]*)\3/g;

/**
 * Whether a text is the root of an OpenAPI or AsyncAPI document, without parsing it: a member `openapi`, `swagger` or
 * `asyncapi` with a version stands at its top level. True for texts that no parser would read, so that they are
 * reported and not passed over.
 */
export function detectRoot(text: string): DetectedRoot | null {
  const isTopLevel = /^\uFEFF?\s*\{/.test(text) ? inBraces(text) : inBlocks(text);
  for (const match of text.matchAll(member)) {
    const [, , name, , version] = match;
    if (name === undefined || version === undefined) continue;
    if (isTopLevel(match.index + match[0].search(/["'a-z]/))) {
      return { format: name === "asyncapi" ? "asyncapi" : "openapi", specVersion: version };
    }
  }
  return null;
}

/** JSON and YAML flow style: tells of rising positions whether one brace is open there, and no string. One pass in all. */
function inBraces(text: string): (at: number) => boolean {
  let depth = 0;
  let i = 0;
  return (at) => {
    for (; i < at; i++) {
      const code = text.charCodeAt(i);
      if (code === 0x22) i = endOfString(text, i) - 1;
      else if (code === 0x7b || code === 0x5b) depth++;
      else if (code === 0x7d || code === 0x5d) depth--;
    }
    return i === at && depth === 1;
  };
}

/** YAML block style: the member starts its line, no further in than the first line that says something. */
function inBlocks(text: string): (at: number) => boolean {
  const firstIndent = /^\uFEFF?(?:[ \t]*(?:#.*|%.*|---.*)?\r?\n)*([ ]*)\S/.exec(text)?.[1] ?? "";
  return (at) => {
    const lineStart = text.lastIndexOf("\n", at - 1) + 1;
    return at - lineStart < 100 && text.slice(lineStart, at).replace(/^\uFEFF/, "") === firstIndent;
  };
}
