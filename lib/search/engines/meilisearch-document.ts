import type { SearchDocument } from "../search-document.ts";

/** Attributes that hold the stems of all that is no field, best first. */
export const stemAttributes = ["stemsName", "stemsContext", "stemsText", "stemsFields"] as const;
/** Those that hold the stems of fields, in the same order. */
export const fieldStemAttributes = ["fieldStemsName", "fieldStemsContext", "fieldStemsText", "fieldStemsFields"] as const;

/** A document as the search server holds it: with all eight, since it does not know attributes that no document has. */
export type StoredDocument = SearchDocument & Record<(typeof fieldStemAttributes)[number], string>;

/**
 * Most documents are fields. Their stems have attributes of their own, so that whoever looks for anything else does not read
 * the lists of where each word stands in a field: these lists are what a question costs in a large catalog.
 */
export function toStored(document: SearchDocument): StoredDocument {
  const { stemsName, stemsContext, stemsText, stemsFields } = document;
  if (document.kind !== "property") return { ...document, fieldStemsName: "", fieldStemsContext: "", fieldStemsText: "", fieldStemsFields: "" };
  return { ...document, stemsName: "", stemsContext: "", stemsText: "", stemsFields: "", fieldStemsName: stemsName, fieldStemsContext: stemsContext, fieldStemsText: stemsText, fieldStemsFields: stemsFields };
}

/** The document that `toStored` was given, without what else the server says of it. */
export function fromStored({ fieldStemsName, fieldStemsContext, fieldStemsText, fieldStemsFields, _federation, ...document }: StoredDocument & { _federation?: unknown }): SearchDocument {
  return document.kind === "property" ? { ...document, stemsName: fieldStemsName, stemsContext: fieldStemsContext, stemsText: fieldStemsText, stemsFields: fieldStemsFields } : document;
}
