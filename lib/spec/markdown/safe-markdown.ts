import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { htmlAsText } from "./html-as-text.ts";
import { safeUrl } from "./safe-url.ts";

type Node = { type: string; url?: string; depth?: number; alt?: string | null; value?: string; children?: Node[] };

// A description longer than a book is quoted as it was written.
const parsedCharsMax = 100_000;
const processor = unified().use(remarkParse).use(remarkGfm).use(htmlAsText).use(defused).use(remarkStringify, { bullet: "-", emphasis: "*", listItemIndent: "one" });

/**
 * Markdown of a document, untrusted, to be part of ours: markup in it becomes its text, links lead to http, https and
 * mailto only, images become links, and its headings stand below ours.
 */
export function safeMarkdown(text: string): string {
  if (text.length > parsedCharsMax) return text.replace(/[<>&]/g, (sign) => ({ "<": "&lt;", ">": "&gt;", "&": "&amp;" })[sign] ?? sign).replace(/^/gm, "    ");
  return String(processor.processSync(text)).trim();
}

/** Text that means nothing to Markdown: names, paths, values. */
export function plainMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~&!]/g, (sign) => (sign === "<" ? "&lt;" : sign === ">" ? "&gt;" : sign === "&" ? "&amp;" : `\\${sign}`)).trim();
}

/** Inline code, whatever is in it. */
export function codeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, " ");
  const fence = "`".repeat(longestRun(line) + 1);
  return /^`|`$|^ .* $/.test(line) || line === "" ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

/** A block of code, whatever is in it. */
export function blockMarkdown(text: string, language = ""): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

function defused() {
  return (tree: Node) => defuse(tree);
}

function defuse(node: Node): void {
  node.children = node.children?.flatMap((child): Node[] => {
    if (child.type === "heading") child.depth = Math.min(6, (child.depth ?? 1) + 2);
    if (child.type === "image" || child.type === "imageReference") return imageAsLink(child);
    if (child.type === "definition" && safeUrl(child.url ?? "") === "") return [];
    defuse(child);
    if (child.type === "link" && safeUrl(child.url ?? "") === "") return child.children ?? [];
    return [child];
  });
}

function imageAsLink(image: Node): Node[] {
  const words = { type: "text", value: `Image: ${image.alt || "no description"}` };
  const url = safeUrl(image.url ?? "");
  return [url === "" ? words : { type: "link", url, children: [words] }];
}
