import { setDiagnostics, type Diagnostic as Lint } from "@codemirror/lint";
import { RangeSetBuilder, StateEffect, StateField, type EditorState, type Text, type TransactionSpec } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";

// More than these below the lines would bury the text; all of them stand in the list and the gutter.
const belowMax = 60;

const setFindings = StateEffect.define<readonly Diagnostic[]>();

/** Findings written below the lines that they mean. */
export const findingsField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    for (const effect of transaction.effects) if (effect.is(setFindings)) return decorate(transaction.state, effect.value);
    return decorations.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Shows these findings, in the gutter, under the text and below the lines. */
export function showFindings(state: EditorState, diagnostics: readonly Diagnostic[]): TransactionSpec {
  const lint = diagnostics.map((diagnostic): Lint => ({ ...spanOf(state.doc, diagnostic), severity: diagnostic.severity, message: messageOf(diagnostic), source: diagnostic.code }));
  const spec = setDiagnostics(state, lint);
  return { ...spec, effects: [spec.effects ?? [], setFindings.of(diagnostics)].flat() };
}

function decorate(state: EditorState, diagnostics: readonly Diagnostic[]): DecorationSet {
  const byLine = Map.groupBy(diagnostics.slice(0, belowMax), (diagnostic) => lineOf(state.doc, diagnostic).number);
  const builder = new RangeSetBuilder<Decoration>();
  for (const number of [...byLine.keys()].sort((a, b) => a - b)) {
    const line = state.doc.line(number);
    const here = byLine.get(number) ?? [];
    builder.add(line.from, line.from, Decoration.line({ class: `cm-finding-${here.some(({ severity }) => severity === "error") ? "error" : "warning"}` }));
    builder.add(line.to, line.to, Decoration.widget({ widget: new FindingsWidget(here), block: true, side: 1 }));
  }
  return builder.finish();
}

class FindingsWidget extends WidgetType {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super();
    this.diagnostics = diagnostics;
  }
  override eq(other: FindingsWidget): boolean {
    return JSON.stringify(other.diagnostics) === JSON.stringify(this.diagnostics);
  }
  override toDOM(): HTMLElement {
    const box = document.createElement("div");
    box.className = "cm-findings";
    for (const diagnostic of this.diagnostics) {
      const row = document.createElement("div");
      row.className = `cm-finding cm-finding-text-${diagnostic.severity}`;
      const message = document.createElement("span");
      appendWithCode(message, diagnostic.message);
      row.append(message);
      if (diagnostic.help) {
        const help = document.createElement("span");
        help.className = "cm-finding-help";
        appendWithCode(help, ` ${diagnostic.help}`);
        row.append(help);
      }
      box.append(row);
    }
    return box;
  }
}

/** As text, never as markup: what stands between backticks is code. */
function appendWithCode(parent: HTMLElement, text: string): void {
  for (const [index, part] of text.split(/`([^`]*)`/).entries()) {
    if (index % 2 === 0) parent.append(part);
    else parent.append(Object.assign(document.createElement("code"), { textContent: part }));
  }
}

/** Offset of a diagnostic's place, as far as the text reaches. */
export function offsetOf(doc: Text, { line, column }: Pick<Diagnostic, "line" | "column">): number {
  const found = lineOf(doc, { line });
  return Math.min(found.to, found.from + Math.max(0, column - 1));
}

function lineOf(doc: Text, { line }: Pick<Diagnostic, "line">) {
  return doc.line(Math.min(Math.max(1, line), doc.lines));
}

function spanOf(doc: Text, diagnostic: Diagnostic): { from: number; to: number } {
  const from = offsetOf(doc, diagnostic);
  const rest = doc.sliceString(from, lineOf(doc, diagnostic).to);
  const word = /^["']?[^\s:,{}[\]"']+["']?/.exec(rest)?.[0].length ?? Math.min(1, rest.length);
  return { from, to: from + word };
}

function messageOf(diagnostic: Diagnostic): string {
  return diagnostic.help ? `${diagnostic.message}\n${diagnostic.help}` : diagnostic.message;
}
