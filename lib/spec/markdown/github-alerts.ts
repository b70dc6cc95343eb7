type Node = { type: string; value?: string; children?: Node[]; data?: { hProperties: { className: string[] } } };

const words: Record<string, string> = { NOTE: "Note", TIP: "Tip", IMPORTANT: "Important", WARNING: "Warning", CAUTION: "Caution" };

/** A remark plugin: a quotation that begins with `[!NOTE]` or the like is an alert, as GitHub shows it: of the class `alert-note`, with its word as a heading. */
export function githubAlerts() {
  return (tree: Node) => markAlerts(tree);
}

function markAlerts(parent: Node): void {
  for (const node of parent.children ?? []) {
    markAlerts(node);
    const first = node.type === "blockquote" ? node.children?.[0] : undefined;
    const text = first?.type === "paragraph" ? first.children?.[0] : undefined;
    const [marker, kind] = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n?/.exec(text?.type === "text" ? (text.value ?? "") : "") ?? [];
    if (!text || marker === undefined || kind === undefined) continue;
    text.value = (text.value ?? "").slice(marker.length);
    node.data = { hProperties: { className: ["alert", `alert-${kind.toLowerCase()}`] } };
    node.children?.unshift({ type: "paragraph", children: [{ type: "strong", children: [{ type: "text", value: words[kind] ?? kind }] }] });
  }
}
