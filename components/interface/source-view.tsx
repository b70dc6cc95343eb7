"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import { SourceEditor, type SourceEditorHandle } from "../source/source-editor.tsx";
import { sizeWords } from "../source/size-words.ts";

type File = { path: string; size: number };
type Loaded = { state: "closed" | "loading" | "failed" } | { state: "ready"; path: string; text: string };

// Small texts are shown at once, large ones when asked for.
const openedBytesMax = 256 * 1024;

/** The text as it was published, findings beside their lines. A link to `#L48` on the page leads to line 48 here. */
export function SourceView({ spec, files, initial, diagnostics, nonce }: { spec: string; files: File[]; initial: string; diagnostics: Diagnostic[]; nonce: string | undefined }) {
  const [path, setPath] = useState(initial);
  const [wanted, setWanted] = useState((files.find((file) => file.path === initial)?.size ?? 0) <= openedBytesMax);
  const [loaded, setLoaded] = useState<Loaded>({ state: "closed" });
  const [line, setLine] = useState<{ number: number } | null>(null);
  const editor = useRef<SourceEditorHandle>(null);

  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    setLoaded({ state: "loading" });
    fetch(`${spec}${spec.includes("?") ? "&" : "?"}file=${encodeURIComponent(path)}`, { signal: stop.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`status ${response.status}`);
        setLoaded({ state: "ready", path, text: await response.text() });
      })
      .catch(() => {
        if (!stop.signal.aborted) setLoaded({ state: "failed" });
      });
    return () => stop.abort();
  }, [spec, path, wanted]);

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#L"]') : null;
      if (!link) return;
      event.preventDefault();
      setPath(link.dataset.file ?? initial);
      setWanted(true);
      setLine({ number: Number(link.hash.slice(2)) });
    };
    document.addEventListener("click", follow);
    const asked = /^#L(\d+)$/.exec(window.location.hash)?.[1];
    if (asked) setLine({ number: Number(asked) });
    return () => document.removeEventListener("click", follow);
  }, [initial]);

  useEffect(() => {
    if (line && loaded.state === "ready" && loaded.path === path) editor.current?.goTo(line.number, 1);
  }, [line, loaded, path]);

  return (
    <div>
      {files.length > 1 ? (
        <select aria-label="File" className="mb-2 h-8 w-full max-w-md rounded-md border border-edge bg-canvas px-2 font-mono text-xs text-fg" value={path} onChange={(event) => setPath(event.target.value)}>
          {files.map((file) => (
            <option key={file.path} value={file.path}>
              {file.path} ({sizeWords(file.size)})
            </option>
          ))}
        </select>
      ) : null}
      {loaded.state === "ready" && loaded.path === path ? (
        <SourceEditor
          handle={editor}
          readOnly
          documentKey={path}
          text={loaded.text}
          label={`Text of ${path}`}
          diagnostics={diagnostics.filter((diagnostic) => files.length === 1 || diagnostic.file === path)}
          nonce={nonce}
          className="h-[70vh] min-h-72 overflow-hidden rounded-md border border-line outline-accent focus-within:outline-2"
        />
      ) : loaded.state === "failed" ? (
        <p role="alert" className="text-sm text-muted">
          The text could not be fetched. Download it instead, or reload the page.
        </p>
      ) : wanted ? (
        <p role="status" className="flex h-[70vh] min-h-72 items-center justify-center rounded-md border border-line text-sm text-faint">
          Loading…
        </p>
      ) : (
        <Button onClick={() => setWanted(true)}>Show the text ({sizeWords(files.find((file) => file.path === path)?.size ?? 0)})</Button>
      )}
    </div>
  );
}
