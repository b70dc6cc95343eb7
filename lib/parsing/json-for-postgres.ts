/**
 * JSON that PostgreSQL takes: U+0000 and unpaired surrogates, which JSON can carry and `text` cannot, become U+FFFD.
 * `JSON.stringify` escapes just these two that way, so an unescaped `\u0000` or `\ud8…` in its output is one of them.
 */
export function jsonForPostgres(value: unknown): string {
  const json = JSON.stringify(value);
  return /\\u(?:0000|d[89a-f])/.test(json) ? json.replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g, "$1\\ufffd") : json;
}
