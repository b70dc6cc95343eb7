import type { Diagnostic } from "../diagnostic.ts";

/** Thrown inside lib/spec/upload to stop reading at once; `readUpload` turns it into its diagnostic. */
export class Refusal extends Error {
  readonly diagnostic: Diagnostic;

  constructor(code: string, file: string, message: string, help: string) {
    super(message);
    this.name = "Refusal";
    this.diagnostic = { severity: "error", code, message, help, file, pointer: "", line: 1, column: 1 };
  }
}
