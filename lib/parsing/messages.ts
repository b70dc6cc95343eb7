import type { Limits } from "#lib/spec/limits.ts";
import type { NormalizedSpec, ParsedSpec } from "#lib/spec/normalized-spec.ts";
import type { SpecFile } from "#lib/spec/spec-file.ts";
import type { FileBlob, ParsedUpload } from "./parsed-upload.ts";

/** To the reading process: one document. */
export type ParseRequest = { files: SpecFile[]; root?: string; limits?: Limits };

type ListName = "operations" | "channels" | "messages" | "schemas" | "properties";

/** From it: `ready` once, then for each document a head, pieces of the long lists, its files, and `done`. */
export type ParseAnswer =
  | { kind: "ready" }
  | { kind: "head"; parsed: ParsedSpec }
  | { kind: "piece"; list: ListName; items: unknown[] }
  | { kind: "blob"; blob: FileBlob }
  | { kind: "done"; rest: Omit<ParsedUpload, "parsed" | "blobs">; rssBytes: number };

// Small enough that taking one in holds up the event loop for a few milliseconds at most.
const pieceLengths: Record<ListName, number> = { operations: 20, channels: 50, messages: 50, schemas: 50, properties: 1_000 };

/** A result as messages: taken in one by one, no message stalls the receiver however large the document is. */
export function* answersFor(upload: ParsedUpload, rssBytes: number): Generator<ParseAnswer> {
  const { parsed, blobs, ...rest } = upload;
  const spec = parsed.spec;
  if (spec === null) yield { kind: "head", parsed };
  else {
    yield { kind: "head", parsed: { ...parsed, spec: { ...spec, operations: [], channels: [], messages: [], schemas: [], properties: [] } } };
    for (const [list, length] of Object.entries(pieceLengths) as [ListName, number][]) {
      const items: unknown[] = spec[list];
      for (let at = 0; at < items.length; at += length) yield { kind: "piece", list, items: items.slice(at, at + length) };
    }
  }
  for (const blob of blobs) yield { kind: "blob", blob };
  yield { kind: "done", rest, rssBytes };
}

/** Puts the messages of one result together again; gives it with the last of them. */
export class AnswerReader {
  #parsed: ParsedSpec | null = null;
  readonly #blobs: FileBlob[] = [];

  take(answer: ParseAnswer): ParsedUpload | null {
    if (answer.kind === "head") this.#parsed = answer.parsed;
    else if (answer.kind === "piece") this.#append(answer.list, answer.items);
    else if (answer.kind === "blob") this.#blobs.push(answer.blob);
    else if (answer.kind === "done" && this.#parsed !== null) return { parsed: this.#parsed, blobs: this.#blobs, ...answer.rest };
    return null;
  }

  #append(list: ListName, items: unknown[]): void {
    const spec: NormalizedSpec | null = this.#parsed?.spec ?? null;
    if (spec !== null) (spec[list] as unknown[]).push(...items);
  }
}
