const schemes = new Set(["http:", "https:", "mailto:"]);

/** The address if it is absolute and of a scheme that only ever leads somewhere; else an empty string. */
export function safeUrl(url: string): string {
  try {
    return schemes.has(new URL(url).protocol) ? url : "";
  } catch {
    return "";
  }
}
