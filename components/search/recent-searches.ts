const key = "recent-searches";
const keptMax = 8;
const changed = "intermesh:recent-searches";
const none: readonly string[] = [];
let last: { text: string | null; searches: readonly string[] } = { text: null, searches: none };

/** What this browser searched for lately, newest first. It never leaves the browser. */
export function recentSearches(): readonly string[] {
  const text = stored();
  if (text !== last.text) last = { text, searches: read(text) };
  return last.searches;
}

/** Puts a search first; called when something that it found is opened. */
export function rememberSearch(query: string): void {
  const text = query.trim();
  if (text.length < 2) return;
  write([text, ...recentSearches().filter((other) => other !== text)].slice(0, keptMax));
}

export function forgetRecentSearches(): void {
  write([]);
}

/** Calls back when another part of the page, or another tab, changes them. */
export function onRecentSearches(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener("storage", listener);
  };
}

function write(searches: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(searches));
  } catch {
    // Full, or forbidden: then nothing is remembered.
  }
  window.dispatchEvent(new Event(changed));
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function read(text: string | null): readonly string[] {
  try {
    const found: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(found) ? found.filter((one): one is string => typeof one === "string").slice(0, keptMax) : none;
  } catch {
    return none;
  }
}
