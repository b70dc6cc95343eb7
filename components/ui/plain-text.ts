/** One line of Markdown as the text it would show, for places too small for more: marks of emphasis, code and links go. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__)(?=\S)([^*_]+?)\1/g, "$2")
    .replace(/(^|\s)[*_](?=\S)([^*_]+?)[*_](?=\s|[.,;:!?)]|$)/g, "$1$2")
    .replace(/`([^`]*)`/g, "$1")
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/^\s*(?:#{1,6}|>|[-*+])\s+/gm, "")
    .replace(/\s+/g, " ")
    .trim();
}
