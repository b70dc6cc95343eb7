import { EditorView } from "@codemirror/view";

/** The look of the product, light and dark alike, since its colours are variables. */
export const editorTheme = EditorView.theme({
  "&": { height: "100%", fontSize: "13px", color: "var(--fg)", backgroundColor: "var(--canvas)" },
  // The frame around it shows the focus: an outline here would lie under the gutter.
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "20px", overflow: "auto" },
  ".cm-content": { caretColor: "var(--fg)", padding: "8px 0" },
  ".cm-cursor": { borderLeftColor: "var(--fg)" },
  ".cm-gutters": { backgroundColor: "var(--canvas)", color: "var(--faint)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 8px 0 12px" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--hover) 70%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection": { backgroundColor: "var(--accent-tint)" },
  ".cm-finding-error": { backgroundColor: "var(--red-tint)" },
  ".cm-finding-warning": { backgroundColor: "var(--amber-tint)" },
  ".cm-findings": { position: "sticky", left: "0", maxWidth: "min(84ch, calc(100vw - 132px))", padding: "4px 12px 6px 10px", fontFamily: "var(--font-sans)", whiteSpace: "normal", borderBottom: "1px solid var(--line)" },
  ".cm-finding": { maxWidth: "80ch", paddingLeft: "10px", borderLeft: "2px solid currentColor" },
  ".cm-finding-text-error": { color: "var(--red)" },
  ".cm-finding-text-warning": { color: "var(--amber)" },
  ".cm-finding-text-info": { color: "var(--blue)" },
  ".cm-finding code": { fontFamily: "var(--font-mono)", fontSize: "12px" },
  ".cm-finding-help": { color: "var(--muted)" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--fg)", border: "1px solid var(--line)", borderRadius: "6px", fontFamily: "var(--font-sans)", maxWidth: "60ch" },
  ".cm-panels": { backgroundColor: "var(--rail)", color: "var(--fg)" },
  ".cm-placeholder": { color: "var(--faint)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--sunken)", color: "var(--muted)", border: "none", padding: "0 6px" },
});
