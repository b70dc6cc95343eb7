import type { Limits } from "../limits.ts";
import { defaultLimits } from "../limits.ts";
import type { SpecFile } from "../spec-file.ts";
import type { Finding, FindingReport } from "./findings.ts";
import { Findings } from "./findings.ts";
import { joinPointer } from "./json-pointer.ts";
import type { Position } from "./line-index.ts";
import { LoadedFile } from "./loaded-file.ts";
import { ReferenceResolver } from "./reference-resolver.ts";
import type { Node, Place, Resolution } from "./resolution.ts";

/** Makes the files of one upload ready to be read from `root`; other files are read when a reference first leads to them. */
export function loadDocument(files: SpecFile[], root: string, limits: Limits = defaultLimits): LoadedDocument {
  return new LoadedDocument(files, root, limits);
}

/** The files of one document as trees, with `$ref`s among them. Nothing is ever inlined or fetched. */
export class LoadedDocument {
  readonly root: string;
  readonly limits: Limits;
  readonly #sources: Map<string, SpecFile>;
  readonly #loaded = new Map<string, LoadedFile>();
  readonly #findings: Findings;
  readonly #references: ReferenceResolver;

  constructor(files: SpecFile[], root: string, limits: Limits) {
    this.root = root;
    this.limits = limits;
    this.#sources = new Map(files.map((file) => [file.path, file]));
    this.#findings = new Findings(limits.diagnosticsMax);
    this.#references = new ReferenceResolver({ root, paths: files.map((file) => file.path), load: (path) => this.#load(path) });
  }

  /** The tree of a file; `undefined` where it does not exist or cannot be read (the reason is then among the diagnostics). */
  tree(file: string = this.root): unknown {
    return this.#load(file)?.tree;
  }

  /** The text of a file, `undefined` where it is not part of the upload. */
  text(file: string = this.root): string | undefined {
    return this.#load(file)?.text;
  }

  /** Paths of the files read so far, root first. */
  files(): string[] {
    return [this.root, ...[...this.#loaded.keys()].filter((file) => file !== this.root)];
  }

  /** What one `$ref` written in `fromFile` points at. Does not follow the target's own `$ref`; `follow` does. */
  resolve(ref: string, fromFile: string = this.root): Resolution {
    return this.#references.resolve(ref, fromFile);
  }

  /**
   * The node itself or, if it is a reference object, what its chain of `$ref`s ends at.
   * `null` where the chain leads nowhere: reported once, at the reference that fails.
   */
  follow(node: Node): Node | null {
    const { node: end, failure } = this.#references.follow(node);
    if (!failure) return end;
    this.reportReference(failure, end);
    return null;
  }

  /** Canonical id of a place: `#/components/schemas/Order` in the root file, `money.yaml#/Money` in another. */
  canonicalId(file: string, pointer: string): string {
    return this.#references.canonicalId(file, pointer);
  }

  /** Records that a reference leads nowhere; `at` is the object that holds the `$ref`. */
  reportReference(resolution: Resolution, at: Place): void {
    if (resolution.ok) return;
    const { problem, message, help } = resolution;
    const external = problem === "external";
    this.diagnose({
      severity: external ? "warning" : "error", code: external ? "external-ref" : `ref-${problem}`,
      message, ...(help === undefined ? {} : { help }), file: at.file, pointer: joinPointer(at.pointer, "$ref"),
    });
  }

  /** Records a finding; the same one at the same place is kept once. */
  diagnose(finding: Finding): void {
    this.#findings.add(finding);
  }

  /** What was recorded so far, without lines. */
  get findings(): readonly Finding[] {
    return this.#findings.list;
  }

  /** Line and column, from 1, of a place: of a member its name, of an item its beginning. Reads the file's text once more. */
  locate(file: string, pointer: string): Position {
    return this.#load(file)?.locate([pointer]).get(pointer) ?? { line: 1, column: 1 };
  }

  /** The same for many places of one file, in one reading. */
  locateAll(file: string, pointers: Iterable<string>): Map<string, Position> {
    return this.#load(file)?.locate(pointers) ?? new Map<string, Position>();
  }

  /** A scalar as it is written after its name, where reading it as a number would lose something (`version: 1.10`). */
  scalarText(file: string, pointer: string): string | null {
    const { line, column } = this.locate(file, pointer);
    const written = this.text(file)?.split("\n")[line - 1]?.slice(column - 1) ?? "";
    return /^[^:]*:\s*([^\s,}#"']+)/.exec(written)?.[1] ?? null;
  }

  /** All findings with their lines, errors first where `limits.diagnosticsMax` leaves some out, else in the order of the text. */
  diagnostics(): FindingReport {
    return this.#findings.report(this.files(), (file, pointers) => this.#load(file)?.locate(pointers) ?? new Map());
  }

  #load(path: string): LoadedFile | null {
    const known = this.#loaded.get(path);
    if (known) return known;
    const source = this.#sources.get(path);
    if (!source) return null;
    const file = new LoadedFile(source, this.limits);
    this.#loaded.set(path, file);
    for (const { offset, pointer, ...problem } of file.problems) {
      this.#findings.addPlaced({ ...problem, file: path, pointer: pointer ?? "", ...file.positionAt(offset) });
    }
    return file;
  }
}
