const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'", nbsp: " " };

/** What a reader sees of a page's HTML, as one line. */
export function pageText(html: string): string {
  return html
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<(?:br|p|div|li|ul|td|th|tr|h\d|section|pre|dt|dd|summary|details|a|code)\b[^>]*>/gi, " ")
    .replace(/<[^>]+>/g, "")
    .replace(/&(amp|lt|gt|quot|#39|#x27|nbsp);/g, (_, name: string) => entities[name] ?? "")
    .replace(/\s+/g, " ");
}

/** Whether a text stands on a page, spaces between and around signs aside. */
export function saysText(page: string, text: string): boolean {
  return squeezed(page).includes(squeezed(text));
}

const known = new Map<string, string>();

function squeezed(text: string): string {
  if (text.length < 2_000) return text.replace(/\s+/g, "");
  const cached = known.get(text) ?? text.replace(/\s+/g, "");
  known.clear();
  known.set(text, cached);
  return cached;
}
