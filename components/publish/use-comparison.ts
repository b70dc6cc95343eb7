"use client";
import { useEffect, useState } from "react";
import type { CheckedSpec } from "#lib/catalog/comparisons/check-spec.ts";
import { ProblemError, sendUpload, type UploadOptions } from "./send-upload.ts";
import type { UploadFile } from "./upload-file.ts";
import type { Check } from "./use-check.ts";

/** `items` are those of the last comparison, also while the next one runs. */
export type Preview = { state: "idle" | "comparing" | "ready" | "failed"; items: CheckedSpec[]; problem: string | null };

const idle: Preview = { state: "idle", items: [], problem: null };

/** Has a text that was read and is the next version of something compared with the version before it. Nothing is stored by that. */
export function useComparison(files: readonly UploadFile[], options: UploadOptions, check: Check): Preview {
  const [preview, setPreview] = useState<Preview>(idle);
  const { interface: slug, new: isNew, line } = options;
  const wanted = check.state === "ready" && check.documents.some((document) => document.target?.kind === "next");

  useEffect(() => {
    if (!wanted) {
      if (check.state !== "checking") setPreview(idle);
      return;
    }
    const stop = new AbortController();
    setPreview((before) => ({ ...before, state: "comparing", problem: null }));
    sendUpload<{ items: CheckedSpec[] }>("/api/v1/check", files, { interface: slug, new: isNew, line, owner: "", service: "", visibility: "", reason: "" }, { signal: stop.signal })
      .then(({ items }) => setPreview({ state: "ready", items, problem: null }))
      .catch((error: unknown) => {
        if (error instanceof ProblemError) setPreview({ state: "failed", items: [], problem: error.problem.detail });
      });
    return () => stop.abort();
  }, [files, slug, isNew, line, wanted, check.state]);

  return preview;
}
