import type { Limits } from "../limits.ts";
import type { SpecFile } from "../spec-file.ts";
import { dropPrototypeMembers, measureShared } from "./check-tree.ts";
import { decodeText } from "./decode-text.ts";
import type { Position } from "./line-index.ts";
import { LineIndex } from "./line-index.ts";
import { parentPointer } from "./json-pointer.ts";
import { pointerTrie } from "./pointer-trie.ts";
import type { ReadText } from "./read-text.ts";
import { readText } from "./read-text.ts";
import type { TextProblem } from "./text-problem.ts";
import { UnreadableText } from "./text-problem.ts";

/** One file of a document: its text and tree, and where in the text each part of the tree stands. */
export class LoadedFile {
  readonly path: string;
  readonly text: string;
  /** `undefined` where the file cannot be read; `problems` then says why. */
  readonly tree: unknown;
  readonly problems: TextProblem[] = [];
  readonly #lines: LineIndex;
  readonly #read: ReadText | null = null;
  readonly #places = new Map<string, Position>();

  constructor(file: SpecFile, limits: Limits) {
    const { text, encoding, guessed } = decodeText(file.bytes);
    this.path = file.path;
    this.text = text;
    this.#lines = new LineIndex(text);
    if (guessed) {
      this.problems.push({
        severity: "warning", code: "encoding", offset: 0, message: `The file is not valid UTF-8 and was read as ${encoding}: some letters may be wrong.`,
        help: "Save it as UTF-8.",
      });
    }
    try {
      const read = readText(text, limits);
      this.problems.push(...read.problems, ...this.#checkTree(read, limits));
      this.#read = read;
      this.tree = read.tree;
    } catch (error) {
      if (!(error instanceof UnreadableText)) throw error;
      this.problems.push(error.problem);
      this.tree = undefined;
    }
  }

  /** Line and column of each pointer: of a member its name, of an item its beginning, of what does not exist its nearest parent. */
  locate(pointers: Iterable<string>): Map<string, Position> {
    const wanted = new Set<string>();
    for (const pointer of pointers) {
      for (let at = pointer; at !== "" && !this.#places.has(at); at = parentPointer(at)) wanted.add(at);
    }
    if (wanted.size > 0 && this.#read) {
      for (const [pointer, offset] of this.#read.locate(pointerTrie(wanted))) this.#places.set(pointer, this.#lines.at(offset));
    }
    const result = new Map<string, Position>();
    for (const pointer of pointers) result.set(pointer, this.#nearest(pointer));
    return result;
  }

  positionAt(offset: number): Position {
    return this.#lines.at(offset);
  }

  #nearest(pointer: string): Position {
    for (let at = pointer; at !== ""; at = parentPointer(at)) {
      const place = this.#places.get(at);
      if (place) return place;
    }
    return { line: 1, column: 1 };
  }

  #checkTree(read: ReadText, limits: Limits): TextProblem[] {
    const problems: TextProblem[] = [];
    if (read.sharesNodes) {
      const { expandedNodes, depth, cyclic } = measureShared(read.tree);
      if (cyclic) throw new UnreadableText({ code: "yaml-alias-cycle", message: "A YAML alias of the file contains itself.", help: "Use `$ref` for recursive structures.", offset: 0 });
      if (expandedNodes > limits.aliasNodesMax) {
        throw new UnreadableText({ code: "limit-aliases", message: `YAML aliases of the file expand to more than the limit of ${limits.aliasNodesMax} nodes.`, offset: 0 });
      }
      if (depth > limits.depthMax) throw new UnreadableText({ code: "limit-depth", message: `The file nests deeper than the limit of ${limits.depthMax} levels.`, offset: 0 });
    }
    // The name may be spelled with escapes; only then, or when it is there, is the walk worth its time.
    if (/__proto__|\\[ux]/.test(this.text) && dropPrototypeMembers(read.tree) > 0) {
      problems.push({ severity: "warning", code: "prototype-member", offset: Math.max(0, this.text.indexOf("__proto__")), message: "Members called `__proto__` are ignored.", help: "Use another name." });
    }
    return problems;
  }
}
