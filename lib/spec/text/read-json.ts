import { createScanner } from "jsonc-parser";
import type { Limits } from "../limits.ts";
import { joinPointer } from "./json-pointer.ts";
import type { PointerTrie } from "./pointer-trie.ts";
import type { ReadText } from "./read-text.ts";
import { surveyJson, walkJson } from "./scan-json.ts";
import type { TextProblem } from "./text-problem.ts";
import { UnreadableText } from "./text-problem.ts";

/**
 * Reads strict JSON, or JSON with comments and trailing commas (a warning). The last of duplicate members wins, as in `JSON.parse`.
 * `null` where it is neither; throws `UnreadableText` where it nests too deep.
 */
export function readJson(text: string, limits: Limits): ReadText | null {
  const { members, tooDeepAt } = surveyJson(text, limits.depthMax);
  if (tooDeepAt !== null) {
    throw new UnreadableText({ code: "limit-depth", message: `The file nests deeper than the limit of ${limits.depthMax} levels.`, offset: tooDeepAt });
  }
  const strict = tryParse(text);
  if (strict) return readTree(text, strict.tree, members, []);
  const cleaned = blankExtras(text);
  const lenient = cleaned === null ? null : tryParse(cleaned.text);
  if (!lenient || cleaned === null) return null;
  const problem: TextProblem = {
    severity: "warning", code: "not-strict-json", offset: cleaned.firstAt,
    message: "The file is not strict JSON: it has comments or trailing commas.",
    help: "Remove them, or store the document as YAML.",
  };
  return readTree(cleaned.text, lenient.tree, surveyJson(cleaned.text, limits.depthMax).members, [problem]);
}

function readTree(text: string, tree: unknown, members: number, problems: TextProblem[]): ReadText {
  // Counting is much cheaper than looking: only a file that lost members is searched for its duplicates.
  if (countMembers(tree) < members) findDuplicates(text, problems);
  return { tree, syntax: "json", problems, locate: (trie) => locateInJson(text, trie), sharesNodes: false };
}

function tryParse(text: string): { tree: unknown } | null {
  try {
    return { tree: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** Comments and trailing commas replaced by spaces, so that offsets stay; `null` where there are none. */
function blankExtras(text: string): { text: string; firstAt: number } | null {
  const scanner = createScanner(text, false);
  const blanks: [number, number][] = [];
  let comma = -1;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const start = scanner.getTokenOffset();
    if (token === SyntaxKind.LineComment || token === SyntaxKind.BlockComment) blanks.push([start, start + scanner.getTokenLength()]);
    else if (token === SyntaxKind.Comma) comma = start;
    else if (token === SyntaxKind.CloseBrace || token === SyntaxKind.CloseBracket) {
      if (comma !== -1) blanks.push([comma, comma + 1]);
      comma = -1;
    } else if (token !== SyntaxKind.Trivia && token !== SyntaxKind.LineBreak) comma = -1;
  }
  if (blanks.length === 0) return null;
  blanks.sort((a, b) => a[0] - b[0]);
  const parts: string[] = [];
  let at = 0;
  for (const [start, end] of blanks) {
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]/g, " "));
    at = end;
  }
  return { text: parts.join("") + text.slice(at), firstAt: blanks[0]?.[0] ?? 0 };
}

// The library's own enum is `const` and cannot be imported by single files.
const SyntaxKind = { CloseBrace: 2, CloseBracket: 4, Comma: 5, LineComment: 12, BlockComment: 13, LineBreak: 14, Trivia: 15, EOF: 17 };

function countMembers(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) if (typeof item === "object" && item !== null) count += countMembers(item);
    return count;
  }
  for (const key in value) {
    count++;
    const inner = (value as Record<string, unknown>)[key];
    if (typeof inner === "object" && inner !== null) count += countMembers(inner);
  }
  return count;
}

function findDuplicates(text: string, problems: TextProblem[]): void {
  type State = { pointer: string; names: Set<string> };
  walkJson<State>(text, { pointer: "", names: new Set() }, {
    enter(parent, token, offset, isMember) {
      const pointer = joinPointer(parent.pointer, token);
      if (isMember && parent.names.has(token) && problems.length < DUPLICATES_MAX) problems.push(duplicateKey(token, pointer, offset));
      parent.names.add(token);
      return { pointer, names: new Set() };
    },
  });
}

/** Enough to say; a file with more is hostile. */
export const DUPLICATES_MAX = 1_000;

/** The warning for a member that is written twice in one object. */
export function duplicateKey(name: string, pointer: string, offset: number): TextProblem {
  return {
    severity: "warning", code: "duplicate-key", offset, pointer,
    message: `\`${name}\` is written more than once in the same object; the last one counts.`,
    help: "Remove or rename one of them.",
  };
}

function locateInJson(text: string, trie: PointerTrie): Map<string, number> {
  const found = new Map<string, number>();
  walkJson<PointerTrie>(text, trie, {
    enter(parent, token, offset) {
      const child = parent.children.get(token);
      if (!child) return null;
      for (const pointer of child.pointers) found.set(pointer, offset);
      return child.children.size > 0 ? child : null;
    },
  });
  return found;
}
