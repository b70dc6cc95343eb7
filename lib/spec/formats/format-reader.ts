import type { Format, NormalizedSpec } from "../normalized-spec.ts";
import type { LoadedDocument } from "../text/loaded-document.ts";

/** How one family of formats is read. Findings go to `doc.diagnose`, by pointer; neither function throws for a bad document. */
export type FormatReader = {
  format: Format;
  /** The version as the root says it, `null` where the root is not of this format. */
  version(root: Record<string, unknown>): string | null;
  /** The document in the common shape; `null`, with an error among the findings, where it cannot be understood. */
  read(doc: LoadedDocument): NormalizedSpec | null;
  /** Whatever breaks the specification: errors; what is dirty but clear: warnings. */
  validate(doc: LoadedDocument): void | Promise<void>;
};
