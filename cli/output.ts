/** What a program reads. */
export function print(text: string): void {
  process.stdout.write(`${harmless(text)}\n`);
}

/** What a person reads meanwhile. */
export function note(text: string): void {
  process.stderr.write(`${harmless(text)}\n`);
}

/** Text that may come from a foreign document, without what a terminal would obey. */
export function harmless(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, "�");
}
