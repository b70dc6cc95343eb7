import type { SearchDocument } from "./search-document.ts";

/** Whether each of the phrases stands in one of the shown texts, letter for letter but for case and runs of blanks. */
export function holdsPhrases({ key, name, title, description, context, interfaceTitle, tags }: SearchDocument, phrases: string[]): boolean {
  if (phrases.length === 0) return true;
  const texts = [key, name, title, description, context, interfaceTitle, ...tags].map((text) => plain(text ?? ""));
  return phrases.every((phrase) => texts.some((text) => text.includes(plain(phrase))));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ");
}
