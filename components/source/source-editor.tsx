"use client";
import { useEffect, useImperativeHandle, useRef, type Ref } from "react";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import { findingsField, offsetOf, showFindings } from "./editor-findings.ts";
import { editorTheme } from "./editor-theme.ts";
import { languageOf, type SourceLanguage } from "./source-text.ts";

export type SourceEditorHandle = { goTo: (line: number, column: number) => void };

type Props = {
  /** What it holds at first, and whenever `documentKey` changes. After that the editor is the owner of its text. */
  text: string;
  documentKey: string;
  label: string;
  diagnostics: readonly Diagnostic[];
  onChange?: (text: string) => void;
  readOnly?: boolean;
  hint?: string;
  /** For a content security policy without inline styles. */
  nonce?: string | undefined;
  className?: string;
  handle?: Ref<SourceEditorHandle>;
};

/** A document as text, with findings beside the lines they mean. Only the lines in sight exist in the page. */
export function SourceEditor({ text, documentKey, label, diagnostics, onChange, readOnly = false, hint, nonce, className, handle }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  }, [onChange]);

  // The editor is made anew for another document, not when its own text comes back to it: `text` is left out on purpose.
  useEffect(() => {
    if (!host.current) return;
    const language = new Compartment();
    let spoken = languageOf(text);
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          base(label, readOnly, hint, nonce),
          language.of(grammarOf(spoken)),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            const now = languageOf(update.state.doc.sliceString(0, 1000));
            if (now !== spoken) {
              spoken = now;
              update.view.dispatch({ effects: language.reconfigure(grammarOf(now)) });
            }
            changed.current?.(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      editor.destroy();
      view.current = null;
    };
  }, [documentKey, label, readOnly, hint, nonce]);

  useEffect(() => {
    const editor = view.current;
    if (editor) editor.dispatch(showFindings(editor.state, diagnostics));
  }, [diagnostics, documentKey]);

  useImperativeHandle(handle, () => ({
    goTo(line, column) {
      const editor = view.current;
      if (!editor) return;
      const at = offsetOf(editor.state.doc, { line, column });
      editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
      editor.focus();
    },
  }));

  return <div ref={host} className={className} />;
}

function base(label: string, readOnly: boolean, hint: string | undefined, nonce: string | undefined): Extension[] {
  return [
    lineNumbers(),
    lintGutter(),
    foldGutter(),
    codeFolding(),
    findingsField,
    drawSelection(),
    highlightActiveLine(),
    bracketMatching(),
    syntaxHighlighting(classHighlighter),
    editorTheme,
    EditorState.tabSize.of(2),
    EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
    // Tab leaves the editor, as everywhere on the page.
    keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap]),
    ...(readOnly ? [EditorState.readOnly.of(true)] : [history(), indentOnInput()]),
    ...(hint ? [placeholder(hint)] : []),
    ...styleNonce(nonce),
  ];
}

/** The document's own nonce: a page that was reached without loading it anew was rendered with another, which does not hold here. */
function styleNonce(rendered: string | undefined): Extension[] {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce || rendered;
  return nonce ? [EditorView.cspNonce.of(nonce)] : [];
}

function grammarOf(language: SourceLanguage): Extension {
  return language === "json" ? json() : yaml();
}
