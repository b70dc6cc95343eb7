/** What ends a line in some language, or turns the direction of what one reads. */
const risky = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A string literal that JavaScript, Python, Go, Java and C# all read as this text, whatever stands in it. */
export function quote(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(risky, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A word of a POSIX shell. */
export function quoteShell(text: string): string {
  if (/^[\w:/.,@%+-]+$/.test(text)) return text;
  return `'${text.replaceAll("\0", "").replaceAll("'", "'\\''")}'`;
}

/** A long text as one literal for each of its lines, put together by `by`. */
export function quoteLines(text: string, indent: string, by = ""): string {
  return text.split(/(?<=\n)/).map(quote).join(`${by}\n${indent}`);
}
