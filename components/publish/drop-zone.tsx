"use client";
import { useRef, useState, type ReactNode } from "react";
import { Upload } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { chosenFiles, droppedFiles, type UploadFile } from "./upload-file.ts";

/** Takes files dropped anywhere on the page's content, or chosen by a button. */
export function DropZone({ onFiles, started, onClear, children }: { onFiles: (files: UploadFile[]) => void; started: boolean; onClear: () => void; children: ReactNode }) {
  const [over, setOver] = useState(0);
  const [failed, setFailed] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  async function take(reading: Promise<UploadFile[]>) {
    setFailed(false);
    try {
      onFiles(await reading);
    } catch {
      setFailed(true);
    }
  }

  return (
    <div
      className="relative"
      onDragEnter={(event) => {
        if (event.dataTransfer.types.includes("Files")) setOver((depth) => depth + 1);
      }}
      onDragLeave={() => setOver((depth) => Math.max(0, depth - 1))}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes("Files")) event.preventDefault();
      }}
      onDropCapture={(event) => {
        setOver(0);
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        event.stopPropagation();
        void take(droppedFiles(event.dataTransfer));
      }}
    >
      <div className={`mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-dashed px-4 ${started ? "py-2" : "py-6"} ${over > 0 ? "border-accent bg-accent-tint" : "border-edge"}`}>
        <Upload aria-hidden="true" className="size-5 text-faint" />
        <p className="min-w-0 text-sm">
          <span className="font-medium">{over > 0 ? "Let go to read it" : started ? "Drop other files to start over" : "Drop a document, several files, a folder or a .zip here"}</span>
          {started ? null : <span className="block text-muted">OpenAPI 2.0 to 3.2, AsyncAPI 2.0 to 3.1, JSON or YAML. It is read at once; nothing is stored before you publish.</span>}
        </p>
        <input ref={input} type="file" multiple className="sr-only" tabIndex={-1} aria-label="Files to publish" onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // So that choosing the same file again is a change.
          event.target.value = "";
          void take(chosenFiles(chosen));
        }} />
        <div className="ml-auto flex gap-2">
          {started ? (
            <Button size="sm" variant="ghost" onClick={onClear}>
              Start over
            </Button>
          ) : null}
          <Button size={started ? "sm" : "md"} onClick={() => input.current?.click()}>
            Choose files
          </Button>
        </div>
        {failed ? (
          <p role="alert" className="w-full text-sm text-red">
            The browser could not read the files. Choose them with the button, or paste the text.
          </p>
        ) : null}
      </div>
      {children}
    </div>
  );
}
