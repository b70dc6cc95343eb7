const nestedRepetition = /\((?:[^()\\]|\\.)*[+*}](?:[^()\\]|\\.)*\)[+*{]|\([^()]*\|[^()]*\)[+*]\)?[+*{]/;
const patternLengthMax = 2_000;

/** For `JSON.stringify`: leaves out the patterns on which a short example can keep the regular expression engine busy for ever. */
export function withoutSlowPatterns(name: string, value: unknown): unknown {
  return name === "pattern" && typeof value === "string" && isSlow(value) ? undefined : value;
}

/** A repetition within a repetition, `(a+)+`, tries out every way to divide a text. */
function isSlow(pattern: string): boolean {
  return pattern.length > patternLengthMax || nestedRepetition.test(pattern);
}
