import { pino } from "pino";
import type { Limits } from "../spec/limits.ts";
import { defaultLimits } from "../spec/limits.ts";
import type { SpecFile } from "../spec/spec-file.ts";
import type { ComparedDocuments, CompareWith } from "./compared-documents.ts";
import type { ParsedUpload } from "./parsed-upload.ts";
import { ParserPool } from "./parser-pool.ts";
import type { PreparedDocument } from "./prepare-document.ts";

type Options = { root?: string; limits?: Limits };

/**
 * Reads one document in a process of its own, so that neither this event loop nor another upload waits for it, and
 * hashes and compresses its files there. What takes too long or too much memory is ended and becomes a diagnostic (`too-slow`, `too-much-memory`) that names the limit.
 * Throws `TooBusyError` when too many documents wait already.
 */
export function parseOffThread(files: SpecFile[], options: Options = {}): Promise<ParsedUpload> {
  return sharedPool().run({ task: "parse", files, ...options }, options.limits ?? defaultLimits);
}

/** The same, made ready to be stored there too: less crosses to this process, and nothing is walked twice. */
export function prepareOffThread(files: SpecFile[], options: Options = {}): Promise<PreparedDocument> {
  return sharedPool().run({ task: "prepare", files, ...options }, options.limits ?? defaultLimits);
}

/** The same without what only storing a version of it needs. */
export function describeOffThread(files: SpecFile[], options: Options = {}): Promise<PreparedDocument> {
  return sharedPool().run({ task: "describe", files, ...options }, options.limits ?? defaultLimits);
}

/**
 * Compares one document with another there, which takes two readings: so it is given three times the time of one. What takes too long or too
 * much memory is ended and becomes the `problem` of the answer.
 */
export function compareOffThread(files: SpecFile[], against: CompareWith, options: Options = {}): Promise<ComparedDocuments> {
  const limits = options.limits ?? defaultLimits;
  return sharedPool().run({ task: "compare", files, against, ...options }, { ...limits, timeoutMs: limits.timeoutMs * 3 });
}

/** Starts the reading processes now, so that the first upload need not wait for it. */
export function warmUpParsers(): void {
  sharedPool().warmUp(defaultLimits.heapMbMax);
}

// One pool for the program, even where a bundler puts this module into several chunks.
const held = globalThis as typeof globalThis & { intermeshParserPool?: ParserPool };

function sharedPool(): ParserPool {
  const log = pino({ name: "parsing" });
  return (held.intermeshParserPool ??= new ParserPool({
    size: 2,
    waitingMax: 32,
    waitingBytesMax: 512 * 1024 * 1024,
    onFault: (message) => log.error({ fault: message }, "reading a document failed"),
  }));
}
