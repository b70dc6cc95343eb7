"use client";
import { useCallback, useRef, useState } from "react";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import { SourceEditor, type SourceEditorHandle } from "../source/source-editor.tsx";
import { inReadingOrder } from "../source/source-text.ts";
import { ChangePreview } from "./change-preview.tsx";
import { DropZone } from "./drop-zone.tsx";
import { FileSummary } from "./file-summary.tsx";
import { FileTabs } from "./file-tabs.tsx";
import { FindingList } from "./finding-list.tsx";
import { PreviewSummary } from "./preview-summary.tsx";
import { PublishPanel, type PublishChoices } from "./publish-panel.tsx";
import { PublishResult } from "./publish-result.tsx";
import type { UploadOptions } from "./send-upload.ts";
import { uploadFileFromText, type UploadFile } from "./upload-file.ts";
import { useCheck } from "./use-check.ts";
import { useComparison } from "./use-comparison.ts";
import { forgetDraft, useDraft } from "./use-draft.ts";
import { usePublish } from "./use-publish.ts";

const noDiagnostics: Diagnostic[] = [];
const untitled = "document.yaml";

/** Drop, read, mend, publish: one page, nothing lost on the way. */
export function PublishWorkbench({ choices, initial, nonce }: { choices: PublishChoices; initial: UploadOptions; nonce?: string }) {
  const [files, setFiles] = useState<UploadFile[]>([]);
  const [active, setActive] = useState(untitled);
  const [loads, setLoads] = useState(0);
  const [options, setOptions] = useState(initial);
  const editor = useRef<SourceEditorHandle>(null);
  const check = useCheck(files, options);
  const preview = useComparison(files, options, check);
  const publish = usePublish();

  const load = useCallback((loaded: UploadFile[]) => {
    if (loaded.length === 0) return;
    setFiles(loaded);
    setActive(loaded[0]?.path ?? untitled);
    setLoads((count) => count + 1);
    publish.reset();
  }, []);
  useDraft(files, load);

  const diagnostics = inReadingOrder(check.problem?.diagnostics ?? check.documents.flatMap((document) => document.diagnostics));
  const file = files.find((candidate) => candidate.path === active);
  const isHere = (diagnostic: Diagnostic) => files.length === 1 || diagnostic.file === active || active.endsWith(`/${diagnostic.file}`);
  const here = file?.text == null ? noDiagnostics : diagnostics.filter(isHere);

  function edit(text: string) {
    const next = uploadFileFromText(text, active);
    setFiles((before) => (before.some((candidate) => candidate.path === active) ? before.map((candidate) => (candidate.path === active ? next : candidate)) : [next]));
    publish.reset();
  }

  function goTo(diagnostic: Diagnostic) {
    const target = files.length === 1 ? files[0] : files.find(({ path }) => path === diagnostic.file || path.endsWith(`/${diagnostic.file}`));
    if (target?.text == null) return;
    setActive(target.path);
    // Another file's text must be in the editor first.
    requestAnimationFrame(() => requestAnimationFrame(() => editor.current?.goTo(diagnostic.line, diagnostic.column)));
  }

  function clear() {
    forgetDraft();
    setFiles([]);
    setActive(untitled);
    setLoads((count) => count + 1);
    setOptions(initial);
    publish.reset();
  }

  if (publish.state.step === "done") return <PublishResult items={publish.state.items} onAnother={clear} />;
  const started = files.some(({ size }) => size > 0);
  return (
    <DropZone onFiles={load} started={started} onClear={clear}>
      <div className="grid grid-cols-1 gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_360px] xl:grid-rows-[auto_1fr]">
        <div className="min-w-0 xl:row-span-2">
          <FileTabs files={files} active={active} onSelect={setActive} findings={diagnostics} />
          {file !== undefined && file.text === null ? (
            <FileSummary file={file} />
          ) : (
            <SourceEditor
              handle={editor}
              documentKey={`${loads} ${active}`}
              text={file?.text ?? ""}
              label="Document"
              hint="Paste an OpenAPI or AsyncAPI document here, or drop its files anywhere on this page."
              diagnostics={here}
              onChange={edit}
              nonce={nonce}
              className="h-[56vh] min-h-72 overflow-hidden rounded-md border border-edge outline-accent focus-within:outline-2 xl:h-[calc(100vh-260px)]"
            />
          )}
        </div>
        {/* On a narrow screen the verdict stands above the editor. */}
        <PreviewSummary preview={preview} className="max-xl:order-first" />
        <div className="flex min-w-0 flex-col gap-6 xl:col-start-2">
          <PublishPanel check={check} preview={preview} choices={choices} options={options} onOptions={setOptions} publish={publish.state} onPublish={() => void publish.send(files, options)} started={started} />
          <FindingList diagnostics={diagnostics} omitted={check.documents.reduce((sum, document) => sum + document.diagnosticsOmitted, 0)} severalFiles={files.length > 1 || file?.text === null} canGoTo={(diagnostic) => files.length === 1 ? files[0]?.text !== null : files.some(({ path, text }) => text !== null && (path === diagnostic.file || path.endsWith(`/${diagnostic.file}`)))} onGoTo={goTo} />
        </div>
      </div>
      <ChangePreview items={preview.items} stale={preview.state === "comparing"} />
    </DropZone>
  );
}
