import type { Limits } from "#lib/spec/limits.ts";
import { defaultLimits } from "#lib/spec/limits.ts";
import type { SpecFile } from "#lib/spec/spec-file.ts";
import type { ParsedUpload } from "./parsed-upload.ts";
import { ParserPool } from "./parser-pool.ts";

/**
 * Reads one document in a process of its own, so that neither this event loop nor another upload waits for it, and
 * hashes and compresses its files there. What takes too long or too much memory is ended and becomes a diagnostic
 * (`too-slow`, `too-much-memory`) that names the limit. The result is that of `parseSpec`, with the texts to store.
 * Throws `TooBusyError` when too many documents wait already.
 */
export function parseOffThread(files: SpecFile[], options: { root?: string; limits?: Limits } = {}): Promise<ParsedUpload> {
  return sharedPool().parse({ files, ...options }, options.limits ?? defaultLimits);
}

/** Starts the reading processes now, so that the first upload need not wait for it. */
export function warmUpParsers(): void {
  sharedPool().warmUp(defaultLimits.heapMbMax);
}

// One pool for the program, even where a bundler puts this module into several chunks.
const held = globalThis as typeof globalThis & { intermeshParserPool?: ParserPool };

function sharedPool(): ParserPool {
  return (held.intermeshParserPool ??= new ParserPool({ size: 2, waitingMax: 32, waitingBytesMax: 512 * 1024 * 1024 }));
}
