import type { Finding } from "./findings.ts";

/** Ends the reading of a document that goes beyond one of its limits; the message names it. */
export class LimitExceeded extends Error {
  readonly finding: Finding;

  constructor(code: string, message: string, place: { file: string; pointer: string }) {
    super(message);
    this.name = "LimitExceeded";
    this.finding = { severity: "error", code, message, file: place.file, pointer: place.pointer };
  }
}
