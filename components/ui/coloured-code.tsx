import type { ReactNode } from "react";
import { jsonLanguage } from "@codemirror/lang-json";
import { yamlLanguage } from "@codemirror/lang-yaml";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { common, createLowlight } from "lowlight";
import { lookUp } from "#lib/spec/values.ts";

const grammars: Record<string, typeof jsonLanguage> = { json: jsonLanguage, yaml: yamlLanguage, yml: yamlLanguage };
const others = createLowlight(common);

// Colouring is for reading; nobody reads a megabyte. Grammars made of patterns are given less, since texts are untrusted.
const parsedCharsMax = 100_000;
const matchedCharsMax = 10_000;

/** Code in colours by classes (a strict policy allows no inline styles): what GitHub's Markdown commonly names after a fence. Other languages stay plain. For the server. */
export function ColouredCode({ code, language }: { code: string; language?: string | null }) {
  const name = language?.toLowerCase() ?? "";
  const grammar = lookUp(grammars, name);
  if (grammar) return code.length > parsedCharsMax ? code : <>{parsed(code, grammar)}</>;
  if (code.length > matchedCharsMax || !others.registered(name)) return code;
  return <>{shown(others.highlight(name, code).children)}</>;
}

function parsed(code: string, grammar: typeof jsonLanguage): ReactNode[] {
  const parts: ReactNode[] = [];
  highlightCode(
    code,
    grammar.parser.parse(code),
    classHighlighter,
    (text, classes) => parts.push(classes ? <span key={parts.length} className={classes}>{text}</span> : text),
    () => parts.push("\n"),
  );
  return parts;
}

type Nodes = ReturnType<typeof others.highlight>["children"];

function shown(nodes: Nodes | Extract<Nodes[number], { type: "element" }>["children"]): ReactNode[] {
  return nodes.map((node, index) => {
    if (node.type === "text") return node.value;
    if (node.type !== "element") return null;
    const [given] = Array.isArray(node.properties["className"]) ? node.properties["className"] : [];
    const look = lookUp(looks, String(given).replace("hljs-", ""));
    return look === undefined ? shown(node.children) : <span key={index} className={look}>{shown(node.children)}</span>;
  });
}

/** What a grammar calls a thing, in the classes that JSON and YAML have too. Names of functions and variables stay as text. */
const looks: Record<string, string> = {
  attr: "tok-propertyName", attribute: "tok-propertyName", name: "tok-propertyName", property: "tok-propertyName", section: "tok-propertyName",
  string: "tok-string", regexp: "tok-string", addition: "tok-string",
  number: "tok-number",
  keyword: "tok-keyword", literal: "tok-keyword", type: "tok-keyword", deletion: "tok-keyword", meta: "tok-keyword",
  comment: "tok-comment", quote: "tok-comment",
};
