import { anchorsOf } from "./anchors.ts";
import { joinPointer, member, pointerTokens } from "./json-pointer.ts";
import type { LoadedFile } from "./loaded-file.ts";
import { resolvePath, splitReference } from "./reference.ts";
import type { Node, Resolution } from "./resolution.ts";
import { failedResolution } from "./resolution.ts";

const HOPS_MAX = 100;

/** The files of one upload, as far as references need to know them. */
export type ReferenceFiles = { root: string; paths: Iterable<string>; load(path: string): LoadedFile | null };

/** Finds what `$ref`s point at. Nothing is fetched, each reference is resolved once, and circles end. */
export class ReferenceResolver {
  readonly #files: ReferenceFiles;
  readonly #resolved = new Map<string, Resolution>();
  #depth = 0;

  constructor(files: ReferenceFiles) {
    this.#files = files;
  }

  /** What one `$ref` written in `fromFile` points at, without following that one's own `$ref`. */
  resolve(ref: string, fromFile: string): Resolution {
    const key = `${fromFile}\n${ref}`;
    const known = this.#resolved.get(key);
    if (known) return known;
    if (this.#depth >= HOPS_MAX) return tooManyHops(ref);
    // Whoever asks again while this one is being answered has come round in a circle.
    this.#resolved.set(key, circle(ref));
    this.#depth++;
    const resolution = this.#find(ref, fromFile);
    this.#depth--;
    this.#resolved.set(key, resolution);
    return resolution;
  }

  /** The end of a chain of references that begins with a node, or the reference at which it fails and why. */
  follow(node: Node): { node: Node; failure: null } | { node: Node; failure: Resolution } {
    let at = node;
    const seen = new Set<string>();
    for (;;) {
      const ref = refOf(at.value);
      if (ref === null) return { node: at, failure: null };
      const place = `${at.file}#${at.pointer}`;
      const next = seen.has(place) ? circle(ref) : seen.size >= HOPS_MAX ? tooManyHops(ref) : this.resolve(ref, at.file);
      if (!next.ok) return { node: at, failure: next };
      seen.add(place);
      at = next;
    }
  }

  canonicalId(file: string, pointer: string): string {
    return file === this.#files.root ? `#${pointer}` : `${file}#${pointer}`;
  }

  #find(ref: string, fromFile: string): Resolution {
    const { address, fragment } = splitReference(ref);
    const file = address === "" ? fromFile : this.#fileOf(address, fromFile);
    if (typeof file !== "string") return file;
    const loaded = this.#files.load(file);
    if (!loaded) return failedResolution("missing-file", `\`${ref}\`: the file \`${file}\` is not part of the upload.`, this.#nearFile(file));
    if (loaded.tree === undefined) return failedResolution("unreadable-file", `\`${ref}\`: the file \`${file}\` cannot be read.`);
    return this.#target(ref, loaded, fragment);
  }

  #fileOf(address: string, fromFile: string): string | Resolution {
    const named = this.#anchors(this.#files.root).ids.get(address) ?? this.#anchors(fromFile).ids.get(address);
    if (named !== undefined) return named;
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) {
      return failedResolution("external", `\`${address}\` lies outside the upload and is never fetched; the document is understood without it.`, "Upload the file together with the document and refer to it by its relative path.");
    }
    return resolvePath(address, fromFile) ?? failedResolution("outside", `\`${address}\` points outside the upload.`, "Refer only to files below the uploaded folder.");
  }

  #target(ref: string, loaded: LoadedFile, fragment: string): Resolution {
    const pointer = fragment === "" || fragment.startsWith("/") ? fragment : this.#anchors(loaded.path).anchors.get(fragment);
    if (pointer === undefined) return failedResolution("missing-target", `\`${ref}\`: there is no anchor \`${fragment}\`.`, "A JSON pointer begins with `#/`.");
    let at: Node = { file: loaded.path, pointer: "", value: loaded.tree };
    for (const token of pointerTokens(pointer)) {
      const holder = this.#holderOf(at, token, ref);
      const inner = member(holder.value, token);
      if (inner === undefined) {
        return failedResolution("missing-target", `\`${ref}\` does not exist: there is no \`${token}\` in \`${this.canonicalId(holder.file, holder.pointer)}\`.`, nearMember(holder.value, token));
      }
      at = { file: holder.file, pointer: joinPointer(holder.pointer, token), value: inner };
    }
    return { ok: true, ...at, id: this.canonicalId(at.file, at.pointer) };
  }

  /** A pointer may lead through a reference, as bundlers write them: then the member is sought behind it. */
  #holderOf(node: Node, token: string, asked: string): Node {
    let at = node;
    for (let hops = 0; member(at.value, token) === undefined && hops < HOPS_MAX; hops++) {
      const through = refOf(at.value);
      const next = through === null || through === asked ? null : this.resolve(through, at.file);
      if (!next?.ok) break;
      at = next;
    }
    return at;
  }

  #anchors(file: string): { anchors: Map<string, string>; ids: Map<string, string> } {
    return anchorsOf(this.#files.load(file), file);
  }

  #nearFile(file: string): string {
    const lower = file.toLowerCase();
    for (const path of this.#files.paths) if (path.toLowerCase() === lower) return `There is \`${path}\`: capitals count.`;
    return "Upload it together with the document.";
  }
}

/** The `$ref` of a reference object, else `null`. */
export function refOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const ref = Object.hasOwn(value, "$ref") ? (value as { $ref: unknown }).$ref : undefined;
  return typeof ref === "string" ? ref : null;
}

function nearMember(value: unknown, token: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const lower = token.toLowerCase();
  const near = Object.keys(value).find((name) => name.toLowerCase() === lower);
  return near === undefined ? "Define it, or correct the reference." : `There is \`${near}\`: capitals count.`;
}

function circle(ref: string): Resolution {
  return failedResolution("cycle", `\`${ref}\` leads back to itself.`, "Let one of the references of the chain point at a definition.");
}

function tooManyHops(ref: string): Resolution {
  return failedResolution("cycle", `\`${ref}\` leads through more than ${HOPS_MAX} references.`, "Refer to the definition itself.");
}
