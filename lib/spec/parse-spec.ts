import { formatReaders } from "./formats/index.ts";
import type { FormatReader } from "./formats/format-reader.ts";
import { keepStorableNames } from "./keep-storable-names.ts";
import type { Limits } from "./limits.ts";
import { defaultLimits } from "./limits.ts";
import type { ParsedSpec } from "./normalized-spec.ts";
import type { SpecFile } from "./spec-file.ts";
import { LimitExceeded } from "./text/limit-exceeded.ts";
import type { Position } from "./text/line-index.ts";
import type { LoadedDocument } from "./text/loaded-document.ts";
import { loadDocument } from "./text/loaded-document.ts";

/**
 * Reads one document: OpenAPI 2.0 to 3.2 or AsyncAPI 2.0 to 3.1, JSON or YAML, one file or several with `$ref`s among them.
 * `root` names the root file; without it the only file that looks like one is taken.
 * Never throws for a bad document: that is `spec: null` with diagnostics.
 */
export async function parseSpec(files: SpecFile[], options: { root?: string; limits?: Limits } = {}): Promise<ParsedSpec> {
  const { locate: _locate, ...parsed } = await openSpec(files, options);
  return parsed;
}

/** What was read, and where in the text its parts stand: of a pointer that leads nowhere, the nearest thing around it. */
export type OpenedSpec = ParsedSpec & { locate(file: string, pointers: Iterable<string>): Map<string, Position> };

/**
 * Reads one document like `parseSpec`, and keeps its text at hand. `validate: false`, for whoever wants to know what it says and
 * not what is wrong with it: of its findings only those are there without which it cannot be read.
 */
export async function openSpec(files: SpecFile[], options: { root?: string; limits?: Limits; validate?: boolean } = {}): Promise<OpenedSpec> {
  const limits = { ...defaultLimits, ...options.limits };
  const refused = overLimit(files, limits);
  if (refused) return failed(refused.code, refused.message, files[0]?.path ?? "");

  const root = options.root === undefined ? findRoot(files, limits) : { path: options.root };
  if ("message" in root) return failed("no-root", root.message, files[0]?.path ?? "");
  if (!files.some((file) => file.path === root.path)) return failed("no-root", `The file \`${root.path}\` is not part of the upload.`, root.path);

  const doc = loadDocument(files, root.path, limits);
  return { ...(await readDocument(doc, options.validate ?? true)), locate: (file, pointers) => doc.locateAll(file, pointers) };
}

async function readDocument(doc: LoadedDocument, validate: boolean): Promise<ParsedSpec> {
  const reader = chooseReader(doc);
  const read = reader && guarded(doc, () => reader.read(doc));
  const spec = read && keepStorableNames(read, doc);
  if (!reader || !spec) return result(doc, reader, null);
  if (!validate) return result(doc, reader, spec);
  try {
    await reader.validate(doc);
  } catch (error) {
    reportFailure(doc, error);
  }
  return result(doc, reader, spec);
}

/** The last resort: a mistake of ours becomes a finding instead of ending whoever asked. */
function guarded<Result>(doc: LoadedDocument, read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    reportFailure(doc, error);
    return null;
  }
}

function reportFailure(doc: LoadedDocument, error: unknown): void {
  if (error instanceof LimitExceeded) return doc.diagnose(error.finding);
  doc.diagnose({
    severity: "error", code: "internal-error", file: doc.root, pointer: "",
    message: `The document could not be read because of a mistake in Intermesh: ${String(error)}`, help: "Please report it together with the document.",
  });
}

function overLimit(files: SpecFile[], limits: Limits): { code: string; message: string } | null {
  const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  if (bytes > limits.bytesMax) return { code: "limit-bytes", message: `The document has ${bytes} bytes, more than the limit of ${limits.bytesMax}.` };
  if (files.length > limits.filesMax) return { code: "limit-files", message: `The document has ${files.length} files, more than the limit of ${limits.filesMax}.` };
  return files.length === 0 ? { code: "no-root", message: "No file was uploaded." } : null;
}

function findRoot(files: SpecFile[], limits: Limits): { path: string } | { message: string } {
  const [first] = files;
  if (files.length === 1 && first) return { path: first.path };
  const roots = files.filter((file) => {
    const tree = loadDocument([file], file.path, limits).tree();
    return isObject(tree) && formatReaders.some((reader) => reader.version(tree) !== null);
  });
  if (roots.length === 1 && roots[0]) return { path: roots[0].path };
  if (roots.length === 0) return { message: "None of the files is an OpenAPI or AsyncAPI document: none has an `openapi`, `swagger` or `asyncapi` member." };
  return { message: `Several files are documents of their own: ${roots.map((file) => file.path).join(", ")}. Name the root file.` };
}

function chooseReader(doc: LoadedDocument): FormatReader | null {
  const tree = doc.tree();
  if (tree === undefined) return null;
  const place = { file: doc.root, pointer: "" };
  if (!isObject(tree)) {
    doc.diagnose({ severity: "error", code: "not-a-document", message: `The file holds ${describe(tree)}, not an OpenAPI or AsyncAPI document.`, ...place });
    return null;
  }
  const reader = formatReaders.find((candidate) => candidate.version(tree) !== null);
  if (reader) return reader;
  if ("service" in tree && ("consumes" in tree || "provides" in tree)) {
    doc.diagnose({
      severity: "error", code: "manifest", ...place,
      message: "The file is a manifest: it says what the service uses, and is no OpenAPI or AsyncAPI document.",
      help: "Name it `intermesh.yaml`, or with that ending (`shop.intermesh.yaml`), and publish it again.",
    });
    return null;
  }
  const members = Object.keys(tree).slice(0, 5).map((name) => `\`${name}\``).join(", ");
  doc.diagnose({
    severity: "error", code: "unknown-format", ...place,
    message: `The file is not an OpenAPI or AsyncAPI document: it has no \`openapi\`, \`swagger\` or \`asyncapi\` member; it begins with ${members || "nothing"}.`,
    help: "Add the version of the specification, for example `openapi: 3.1.0`.",
  });
  return null;
}

function describe(tree: unknown): string {
  if (tree === null) return "nothing";
  return Array.isArray(tree) ? "a list" : `only ${typeof tree === "string" ? "text" : `a ${typeof tree}`}`;
}

function result(doc: LoadedDocument, reader: FormatReader | null, spec: ParsedSpec["spec"]): ParsedSpec {
  const tree = doc.tree();
  const { diagnostics, omitted, errorCount, warningCount } = doc.diagnostics();
  return {
    spec: spec && { ...spec, files: doc.files() }, valid: spec !== null && errorCount === 0, diagnostics, diagnosticsOmitted: omitted, errorCount, warningCount,
    format: reader?.format ?? null, specVersion: isObject(tree) ? (reader?.version(tree) ?? null) : null,
  };
}

function failed(code: string, message: string, file: string): OpenedSpec {
  return {
    locate: () => new Map(),
    spec: null, valid: false, diagnosticsOmitted: 0, errorCount: 1, warningCount: 0, format: null, specVersion: null,
    diagnostics: [{ severity: "error", code, message, file, pointer: "", line: 1, column: 1 }],
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
