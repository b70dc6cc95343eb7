import { isObject, type Json } from "../../values.ts";
import { extractReferences, inlineReferences } from "./spell-references.ts";
import { spellAs31 } from "./spell-versions.ts";
import { mapTree } from "./map-tree.ts";

/** The same document written in another way; `null` where the way does not apply to it. */
export type Spelling = { name: string; spell(tree: Json): Json | null };

/** Ways of writing a document that change nothing of what it says: compared with itself, none gives a change. */
export const spellings: readonly Spelling[] = [
  { name: "itself", spell: (tree) => structuredClone(tree) },
  { name: "reordered", spell: reordered },
  { name: "references inlined", spell: inlineReferences },
  { name: "references extracted", spell: extractReferences },
  { name: "3.0 as 3.1", spell: spellAs31 },
];

/** Lists whose order says nothing, by the member that holds them. */
const sets = new Set(["required", "enum", "type", "oneOf", "anyOf", "allOf", "security", "parameters", "servers", "tags", "consumes", "produces", "schemes"]);

function reordered(tree: Json): Json {
  return mapTree(tree, (value) => {
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).reverse().map(([name, member]) => [name, sets.has(name) && Array.isArray(member) ? (member as unknown[]).toReversed() : member]));
  }) as Json;
}
