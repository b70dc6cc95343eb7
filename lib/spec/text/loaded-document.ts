import type { Diagnostic, Severity } from "../diagnostic.ts";
import type { Limits } from "../limits.ts";
import { defaultLimits } from "../limits.ts";
import type { SpecFile } from "../spec-file.ts";
import { anchorsOf } from "./anchors.ts";
import { joinPointer, member, pointerTokens } from "./json-pointer.ts";
import type { Position } from "./line-index.ts";
import { LoadedFile } from "./loaded-file.ts";
import { resolvePath, splitReference } from "./reference.ts";
import type { Node, Place, Resolution } from "./resolution.ts";
import { failedResolution } from "./resolution.ts";

/** A diagnostic whose line is not yet known; `help` says what to do about it. */
export type Finding = { severity: Severity; code: string; message: string; help?: string; file: string; pointer: string };

const HOPS_MAX = 100;
/** Findings remembered, per diagnostic that may be shown; those beyond are counted. */
const FINDINGS_PER_DIAGNOSTIC = 20;
const MESSAGE_LETTERS_MAX = 500;

/** Makes the files of one upload ready to be read from `root`; other files are read when a reference first leads to them. */
export function loadDocument(files: SpecFile[], root: string, limits: Limits = defaultLimits): LoadedDocument {
  return new LoadedDocument(files, root, limits);
}

/** The files of one document as trees, with `$ref`s among them. Nothing is ever inlined or fetched. */
export class LoadedDocument {
  readonly root: string;
  readonly limits: Limits;
  readonly findings: Finding[] = [];
  readonly #sources: Map<string, SpecFile>;
  readonly #loaded = new Map<string, LoadedFile>();
  readonly #positioned: Diagnostic[] = [];
  readonly #said = new Set<string>();
  readonly #unkept: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  #depth = 0;
  readonly #resolved = new Map<string, Resolution>();

  constructor(files: SpecFile[], root: string, limits: Limits) {
    this.root = root;
    this.limits = limits;
    this.#sources = new Map(files.map((file) => [file.path, file]));
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
    const key = `${fromFile}\n${ref}`;
    const known = this.#resolved.get(key);
    if (known) return known;
    if (this.#depth >= HOPS_MAX) return tooManyHops(ref);
    // Whoever asks again while this one is being answered has come round in a circle.
    this.#resolved.set(key, failedResolution("cycle", `\`${ref}\` leads back to itself.`));
    this.#depth++;
    const resolution = this.#resolve(ref, fromFile);
    this.#depth--;
    this.#resolved.set(key, resolution);
    return resolution;
  }

  /**
   * The node itself or, if it is a reference object, what its chain of `$ref`s ends at.
   * `null` where the chain leads nowhere: reported once, at the reference.
   */
  follow(node: Node): Node | null {
    let at = node;
    const seen = new Set<string>();
    for (;;) {
      const ref = refOf(at.value);
      if (ref === null) return at;
      const place = this.canonicalId(at.file, at.pointer);
      const resolution = seen.has(place) ? circle(ref) : seen.size >= HOPS_MAX ? tooManyHops(ref) : this.resolve(ref, at.file);
      if (!resolution.ok) {
        this.reportReference(resolution, at);
        return null;
      }
      seen.add(place);
      at = resolution;
    }
  }

  /** Canonical id of a place: `#/components/schemas/Order` in the root file, `money.yaml#/Money` in another. */
  canonicalId(file: string, pointer: string): string {
    return file === this.root ? `#${pointer}` : `${file}#${pointer}`;
  }

  /** The same as a diagnostic, for a reference that leads nowhere; `at` is the object that holds the `$ref`. */
  reportReference(resolution: Resolution, at: Place): void {
    if (resolution.ok) return;
    const external = resolution.problem === "external";
    this.diagnose({
      severity: external ? "warning" : "error",
      code: external ? "external-ref" : `ref-${resolution.problem}`,
      message: resolution.message,
      ...(resolution.help === undefined ? {} : { help: resolution.help }),
      file: at.file,
      pointer: joinPointer(at.pointer, "$ref"),
    });
  }

  /** Records a finding; the same one at the same place is kept once. */
  diagnose(finding: Finding): void {
    if (this.findings.length >= this.limits.diagnosticsMax * FINDINGS_PER_DIAGNOSTIC) {
      this.#unkept[finding.severity]++;
      return;
    }
    const key = `${finding.code}\n${finding.file}\n${finding.pointer}\n${finding.message}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.findings.push(finding.message.length <= MESSAGE_LETTERS_MAX ? finding : { ...finding, message: `${finding.message.slice(0, MESSAGE_LETTERS_MAX)}…` });
  }

  /** Line and column, from 1, of a place: of a member its name, of an item its beginning. Reads the file's text once more. */
  locate(file: string, pointer: string): Position {
    return this.#load(file)?.locate([pointer]).get(pointer) ?? { line: 1, column: 1 };
  }

  /** A scalar as it is written after its name, where reading it as a number would lose something (`version: 1.10`). */
  scalarText(file: string, pointer: string): string | null {
    const { line, column } = this.locate(file, pointer);
    const written = this.text(file)?.split("\n")[line - 1]?.slice(column - 1) ?? "";
    return /^[^:]*:\s*([^\s,}#"']+)/.exec(written)?.[1] ?? null;
  }

  /** All findings with their lines, errors first where `limits.diagnosticsMax` leaves some out, else in the order of the text. */
  diagnostics(): { diagnostics: Diagnostic[]; omitted: number; errorCount: number; warningCount: number } {
    const count = (severity: Severity) => this.findings.filter((finding) => finding.severity === severity).length + this.#positioned.filter((finding) => finding.severity === severity).length + this.#unkept[severity];
    const total = count("error") + count("warning") + count("info");
    const rank = { error: 0, warning: 1, info: 2 };
    const bySeverity = (a: { severity: Severity }, b: { severity: Severity }) => rank[a.severity] - rank[b.severity];
    const chosen = [...this.findings].sort(bySeverity).slice(0, this.limits.diagnosticsMax);
    const diagnostics = [...this.#positioned, ...this.#position(chosen)].sort(bySeverity).slice(0, this.limits.diagnosticsMax);
    const order = new Map(this.files().map((file, index) => [file, index]));
    diagnostics.sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line || a.column - b.column);
    return { diagnostics, omitted: total - diagnostics.length, errorCount: count("error"), warningCount: count("warning") };
  }

  #position(findings: Finding[]): Diagnostic[] {
    const byFile = groupByFile(findings);
    return [...byFile].flatMap(([file, group]) => {
      const places = this.#load(file)?.locate(group.map((finding) => finding.pointer));
      return group.map((finding) => ({ ...finding, ...(places?.get(finding.pointer) ?? { line: 1, column: 1 }) }));
    });
  }

  #load(path: string): LoadedFile | null {
    const known = this.#loaded.get(path);
    if (known) return known;
    const source = this.#sources.get(path);
    if (!source) return null;
    const file = new LoadedFile(source, this.limits);
    this.#loaded.set(path, file);
    for (const { offset, pointer, ...problem } of file.problems) {
      this.#positioned.push({ ...problem, file: path, pointer: pointer ?? "", ...file.positionAt(offset) });
    }
    return file;
  }

  #resolve(ref: string, fromFile: string): Resolution {
    const { address, fragment } = splitReference(ref);
    const file = address === "" ? fromFile : this.#fileOf(address, fromFile);
    if (typeof file !== "string") return file;
    const loaded = this.#load(file);
    if (!loaded) return failedResolution("missing-file", `\`${ref}\`: the file \`${file}\` is not part of the upload.`, this.#nearFile(file));
    if (loaded.tree === undefined) return failedResolution("unreadable-file", `\`${ref}\`: the file \`${file}\` cannot be read.`);
    return this.#target(ref, file, fragment);
  }

  #fileOf(address: string, fromFile: string): string | Resolution {
    const named = this.#anchors(this.root).ids.get(address) ?? this.#anchors(fromFile).ids.get(address);
    if (named !== undefined) return named;
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) {
      return failedResolution("external", `\`${address}\` lies outside the upload and is never fetched; the document is understood without it.`, "Upload the file together with the document and refer to it by its relative path.");
    }
    const path = resolvePath(address, fromFile);
    if (path === null) return failedResolution("outside", `\`${address}\` points outside the upload.`, "Refer only to files below the uploaded folder.");
    return path;
  }

  #target(ref: string, file: string, fragment: string): Resolution {
    const pointer = fragment === "" || fragment.startsWith("/") ? fragment : this.#anchors(file).anchors.get(fragment);
    if (pointer === undefined) return failedResolution("missing-target", `\`${ref}\`: there is no anchor \`${fragment}\`.`, "A JSON pointer begins with `#/`.");
    let at: Node = { file, pointer: "", value: this.tree(file) };
    for (const token of pointerTokens(pointer)) {
      let inner = member(at.value, token);
      // A pointer may lead through a reference, as bundlers write them.
      for (let hops = 0; inner === undefined && hops < HOPS_MAX; hops++) {
        const through = refOf(at.value);
        const next = through === null || through === ref ? null : this.resolve(through, at.file);
        if (!next?.ok) break;
        at = next;
        inner = member(at.value, token);
      }
      if (inner === undefined) return failedResolution("missing-target", `\`${ref}\` does not exist: there is no \`${token}\` in \`${this.canonicalId(at.file, at.pointer)}\`.`, this.#nearMember(at.value, token));
      at = { file: at.file, pointer: joinPointer(at.pointer, token), value: inner };
    }
    return { ok: true, ...at, id: this.canonicalId(at.file, at.pointer) };
  }

  #anchors(file: string): { anchors: Map<string, string>; ids: Map<string, string> } {
    return anchorsOf(this.#load(file), file);
  }

  #nearFile(file: string): string | undefined {
    const lower = file.toLowerCase();
    const near = [...this.#sources.keys()].find((path) => path.toLowerCase() === lower);
    return near ? `There is \`${near}\`: capitals count.` : "Upload it together with the document.";
  }

  #nearMember(value: unknown, token: string): string | undefined {
    if (typeof value !== "object" || value === null) return undefined;
    const lower = token.toLowerCase();
    const near = Object.keys(value).find((name) => name.toLowerCase() === lower);
    return near === undefined ? "Define it, or correct the reference." : `There is \`${near}\`: capitals count.`;
  }
}

function circle(ref: string): Resolution {
  return failedResolution("cycle", `\`${ref}\` leads back to itself.`, "Let one of the references of the chain point at a definition.");
}

function tooManyHops(ref: string): Resolution {
  return failedResolution("cycle", `\`${ref}\` leads through more than ${HOPS_MAX} references.`, "Refer to the definition itself.");
}

function groupByFile(findings: Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.file);
    if (group) group.push(finding);
    else groups.set(finding.file, [finding]);
  }
  return groups;
}

/** The `$ref` of a reference object, else `null`. */
export function refOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const ref = Object.hasOwn(value, "$ref") ? (value as { $ref: unknown }).$ref : undefined;
  return typeof ref === "string" ? ref : null;
}

