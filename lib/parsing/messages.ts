import type { Limits } from "../spec/limits.ts";
import type { SpecFile } from "../spec/spec-file.ts";
import type { ComparedDocuments, CompareWith } from "./compared-documents.ts";
import type { ParsedUpload } from "./parsed-upload.ts";
import type { PreparedDocument } from "./prepare-document.ts";

/** What the reading process can be asked for, and what it gives. */
export type Tasks = { prepare: PreparedDocument; describe: PreparedDocument; parse: ParsedUpload; compare: ComparedDocuments };
export type TaskName = keyof Tasks;

/** To the reading process: one document, and for `compare` what to compare it with. */
export type ParseRequest = { task: TaskName; files: SpecFile[]; root?: string; limits?: Limits; against?: CompareWith };

/** From it: `ready` once, then for each document a head, pieces of its long lists, and `done`. */
export type ParseAnswer =
  | { kind: "ready" }
  | { kind: "head"; value: object }
  | { kind: "piece"; list: string; items: unknown[] }
  | { kind: "done"; rssBytes: number }
  | { kind: "fault"; message: string };

// Items of one message: small enough that taking it in holds up the event loop for a few milliseconds at most.
const lists: Record<TaskName, Record<string, number>> = {
  prepare: {
    "rows.operations": 1, "rows.operationMessages": 1, "rows.channels": 1, "rows.messages": 1, "rows.schemas": 1, "rows.properties": 1,
    participations: 1_000, blobs: 1,
  },
  describe: { blobs: 1 },
  parse: {
    "parsed.spec.operations": 20, "parsed.spec.channels": 50, "parsed.spec.messages": 50, "parsed.spec.schemas": 50, "parsed.spec.properties": 1_000,
    blobs: 1,
  },
  compare: { changes: 500, consumers: 100 },
};

/** A result as messages, so that no message stalls the receiver however large the document is. Empties the lists of `value`. */
export function* answersFor(task: TaskName, value: Tasks[TaskName]): Generator<ParseAnswer> {
  const taken = Object.keys(lists[task]).map((list) => ({ list, items: listAt(value, list)?.splice(0) ?? [] }));
  yield { kind: "head", value };
  for (const { list, items } of taken) {
    const length = lists[task][list] ?? 1;
    for (let at = 0; at < items.length; at += length) yield { kind: "piece", list, items: items.slice(at, at + length) };
  }
  yield { kind: "done", rssBytes: process.memoryUsage.rss() };
}

/** Puts the messages of one result together again. */
export class AnswerReader {
  #value: object = {};

  take(answer: ParseAnswer): void {
    if (answer.kind === "head") this.#value = answer.value;
    // One by one: a spread of very many items overflows the stack.
    else if (answer.kind === "piece") for (const item of answer.items) listAt(this.#value, answer.list)?.push(item);
  }

  /** After `done`: what the task was asked for, as the reading process sent it. */
  result<Task extends TaskName>(): Tasks[Task] {
    return this.#value as Tasks[Task];
  }
}

/** The list at a path such as `rows.operations`; undefined where the result has none, as for a document that was refused. */
function listAt(value: object, path: string): unknown[] | undefined {
  let at: unknown = value;
  for (const name of path.split(".")) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return Array.isArray(at) ? (at as unknown[]) : undefined;
}
