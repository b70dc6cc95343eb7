type Node = { type: string; value?: string; children?: Node[] };

/**
 * A remark plugin: raw HTML in Markdown becomes the text it would have shown (`<br>` a break). What is left is text
 * for React to escape, so nothing here needs to be complete to be safe.
 */
export function htmlAsText() {
  return (tree: Node) => replaceHtml(tree);
}

function replaceHtml(parent: Node) {
  const inline = parent.type !== "root" && parent.type !== "listItem" && parent.type !== "blockquote";
  parent.children = parent.children?.flatMap((node): Node[] => {
    if (node.type !== "html") {
      replaceHtml(node);
      return [node];
    }
    const html = node.value ?? "";
    if (inline && /^<br\s*\/?>$/i.test(html)) return [{ type: "break" }];
    const text = htmlText(html);
    if (text.trim() === "") return [];
    return inline ? [{ type: "text", value: text }] : [{ type: "paragraph", children: [{ type: "text", value: text }] }];
  });
}

/** `<p>Hello <b>you</b></p>` → `Hello you`; scripts, styles and comments leave nothing. */
export function htmlText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, "")
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? "")
    .replace(/[ \t]+/g, " ")
    .trim();
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };
