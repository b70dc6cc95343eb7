const nestedRepetition = /\((?:[^()\\]|\\.)*[+*}](?:[^()\\]|\\.)*\)[+*{]|\([^()]*\|[^()]*\)[+*]\)?[+*{]/;
const lengthMax = 2_000;

/** Whether a regular expression of a document surely ends soon: one repetition within another tries out every way to divide a text. */
export function isQuickPattern(pattern: string): boolean {
  return pattern.length <= lengthMax && !nestedRepetition.test(pattern);
}
