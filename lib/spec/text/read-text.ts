import type { Limits } from "../limits.ts";
import type { PointerTrie } from "./pointer-trie.ts";
import { readJson } from "./read-json.ts";
import { readYaml } from "./read-yaml.ts";
import type { TextProblem } from "./text-problem.ts";
import { UnreadableText } from "./text-problem.ts";

/** One file's tree, and how to find places in its text again. */
export type ReadText = {
  tree: unknown;
  syntax: "json" | "yaml";
  problems: TextProblem[];
  /** Offsets of the pointers sought, as far as they exist: a member at its name, an item at its beginning. Reads the text once more. */
  locate: (trie: PointerTrie) => Map<string, number>;
  /** YAML aliases: one object may stand in several places of the tree. */
  sharesNodes: boolean;
};

/**
 * Reads JSON or YAML 1.2, told apart by what the text is and not by its file's name.
 * Throws `UnreadableText` where it is neither, or beyond a limit.
 */
export function readText(text: string, limits: Limits): ReadText {
  if (!/^\s*[{[]/.test(text)) return readYaml(text, limits);
  const json = readJson(text, limits);
  if (json) return json;
  try {
    // JSON with unquoted names, single quotes or line breaks in strings is YAML at least.
    const yaml = readYaml(text, limits);
    yaml.problems.push({ severity: "warning", code: "not-strict-json", offset: 0, message: "The file is not strict JSON; it was read as YAML.", help: "Correct it, or store the document as YAML." });
    return yaml;
  } catch (error) {
    if (!(error instanceof UnreadableText) || error.problem.code !== "syntax") throw error;
    throw new UnreadableText({ ...error.problem, message: error.problem.message.replace("as YAML", "as JSON") });
  }
}
