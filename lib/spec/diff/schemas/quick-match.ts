/** Whether a short text matches a short pattern; `null` where trying might take for ever, or it is no pattern. */
export function quickMatch(pattern: string, text: string): boolean | null {
  // Nested repetition may take for ever.
  if (pattern.length > 100 || text.length > 100 || /[+*}]\)*[+*{]/.test(pattern)) return null;
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return null;
  }
}
