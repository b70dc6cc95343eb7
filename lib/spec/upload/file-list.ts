import type { Limits } from "../limits.ts";
import type { SpecFile } from "../spec-file.ts";
import { Refusal } from "./refusal.ts";

/** Files gathered so far; refuses the one that is too many, too large or has the name of another. */
export class FileList {
  readonly all: SpecFile[] = [];
  readonly #limits: Limits;
  readonly #names = new Map<string, string>();
  #bytes = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  add(path: string, bytes: Uint8Array): void {
    this.claim(path);
    this.count(path, bytes.byteLength);
    this.all.push({ path, bytes });
  }

  /** Takes the name; two that differ in case or in Unicode spelling only are one file on many machines, hence refused. */
  claim(path: string): void {
    const folded = path.normalize("NFC").toLowerCase();
    const taken = this.#names.get(folded);
    if (taken === path) throw new Refusal("duplicate-name", path, "The upload holds two files of this name.", "Send each file once.");
    if (taken !== undefined) {
      throw new Refusal("case-collision", path, `Its name differs from "${taken}" only in case or spelling.`, "Rename one of the two.");
    }
    this.#names.set(folded, path);
    if (this.#names.size > this.#limits.filesMax) throw tooManyFiles(path, this.#limits);
  }

  count(path: string, bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#limits.bytesMax) throw tooLarge(path, this.#limits);
  }

  get bytesLeft(): number {
    return this.#limits.bytesMax - this.#bytes;
  }
}

export function tooManyFiles(path: string, limits: Limits): Refusal {
  return new Refusal(
    "too-many-files",
    path,
    `The upload has more than ${limits.filesMax} files (limit filesMax).`,
    "Send only the document and the files that it refers to.",
  );
}

export function tooLarge(path: string, limits: Limits): Refusal {
  return new Refusal(
    "too-large",
    path,
    `The files of the upload are together larger than ${limits.bytesMax} bytes, counted after inflating (limit bytesMax).`,
    "Send only the document and the files that it refers to, or ask the administrator for a higher limit.",
  );
}
