import type { Parser, Diagnostic as LibraryFinding } from "@asyncapi/parser/cjs/index.js";
import type { LoadedDocument } from "../../../text/loaded-document.ts";
import { documentRules } from "./document-rules.ts";
import { withoutSlowPatterns } from "./slow-patterns.ts";

/** A finding of `@asyncapi/parser`; `file` and `path` say where in the upload. */
export type Judgement = { code: string; message: string; severity: number; file: string; path: (string | number)[] };

type Judge = { parser: Parser; current: { doc: LoadedDocument; prefix: string } | null };

let judge: Promise<Judge> | null = null;
let queue: Promise<unknown> = Promise.resolve();
let count = 0;

/**
 * What `@asyncapi/parser` says of a document, whose root is handed over as `root`. Nothing is fetched: files come from
 * the upload, anything else is empty. One document at a time, since the library has one resolver for all.
 */
export function judgeDocument(doc: LoadedDocument, root: unknown): Promise<Judgement[]> {
  const turn = queue.then(() => judgeNow(doc, root));
  queue = turn.catch(() => undefined);
  return turn;
}

async function judgeNow(doc: LoadedDocument, root: unknown): Promise<Judgement[]> {
  judge ??= startJudge();
  const started = await judge;
  // A prefix of its own for each document: the library keeps what it read by address.
  const prefix = `/${(count += 1)}/`;
  started.current = { doc, prefix };
  const findings = await started.parser.validate(JSON.stringify(root, withoutSlowPatterns), { source: prefix + encodeURI(doc.root) });
  started.current = null;
  return findings.flatMap((finding) => judgementOf(finding, doc, prefix) ?? []);
}

/** Null for what is said of a text that is not part of the upload. */
function judgementOf({ code, message, severity, path, source }: LibraryFinding, doc: LoadedDocument, prefix: string): Judgement | null {
  const file = source === undefined ? doc.root : pathOf(source, prefix);
  return file === null || doc.tree(file) === undefined ? null : { code: String(code), message, severity, file, path };
}

/**
 * Loaded late: the library takes a third of a second, and most documents of a catalog are not AsyncAPI. By its CommonJS
 * build, as the rules: a bundle would else hold two copies of it, of which one does not know the other's formats.
 */
async function startJudge(): Promise<Judge> {
  const [{ Parser }, rules] = await Promise.all([import("@asyncapi/parser/cjs/index.js"), documentRules()]);
  const started: Judge = { parser: undefined as unknown as Parser, current: null };
  const read = (uri: { toString(): string }) => {
    const { doc, prefix } = started.current ?? { doc: null, prefix: "" };
    const path = pathOf(uri.toString(), prefix);
    // Always an answer: without one the library would look on the disk or ask the network.
    return JSON.stringify((path === null ? undefined : doc?.tree(path)) ?? {}, withoutSlowPatterns);
  };
  // An order of 0 would count as none and come after the library's own, which do look and ask.
  const resolvers = ["file", "http", "https"].map((schema) => ({ schema, order: 1, canRead: true, read }));
  // Advice on style is left out: what counts is whether the document keeps to the specification.
  started.parser = new Parser({ ruleset: { recommended: false, rules }, __unstable: { resolver: { cache: false, resolvers } } });
  return started;
}

function pathOf(address: string, prefix: string): string | null {
  const path = address.replace(/^file:\/\//, "");
  if (prefix === "" || !path.startsWith(prefix)) return null;
  try {
    return decodeURIComponent(path.slice(prefix.length));
  } catch {
    return path.slice(prefix.length);
  }
}
