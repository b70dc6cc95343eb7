/** Words without the signs of Markdown: what stands between them, and of a link its words. For where nothing renders it. */
export function plainWords(text: string): string {
  return text
    .replace(/!?\[([^\]\n]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)/g, "$1")
    .replace(/\*\*(?=\S)([^*\n]+)\*\*|(?<!\w)__(?=\S)([^_\n]+)__(?!\w)|~~([^~\n]+)~~/g, (_all, bold?: string, strong?: string, gone?: string) => bold ?? strong ?? gone ?? "")
    .replace(/`([^`\n]+)`/g, "$1");
}
