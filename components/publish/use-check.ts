"use client";
import { useEffect, useState } from "react";
import type { CheckedDocument } from "#lib/catalog/publish/check-document.ts";
import { ProblemError, sendUpload, type Problem, type UploadOptions } from "./send-upload.ts";
import type { UploadFile } from "./upload-file.ts";

/** `documents` are those of the last reading, also while the next one runs. */
export type Check = { state: "idle" | "checking" | "ready" | "failed"; documents: CheckedDocument[]; problem: Problem | null; share: number };

const idle: Check = { state: "idle", documents: [], problem: null, share: 0 };
const pauseMs = 400;

/** Has what is to be published read by the server, again after each pause in typing. Nothing is stored by that. */
export function useCheck(files: readonly UploadFile[], options: UploadOptions): Check {
  const [check, setCheck] = useState<Check>(idle);
  const { interface: slug, new: isNew, line } = options;
  const empty = files.every((file) => file.size === 0);

  useEffect(() => {
    if (empty) {
      setCheck(idle);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      setCheck((before) => ({ ...before, state: "checking", problem: null, share: 0 }));
      sendUpload<{ items: CheckedDocument[] }>("/api/v1/validate", files, { interface: slug, new: isNew, line, owner: "", service: "", visibility: "", reason: "" }, { signal: stop.signal, onProgress: (share) => setCheck((before) => ({ ...before, share })) })
        .then(({ items }) => setCheck({ state: "ready", documents: items, problem: null, share: 1 }))
        .catch((error: unknown) => {
          if (error instanceof ProblemError) setCheck({ state: "failed", documents: [], problem: error.problem, share: 0 });
        });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [files, empty, slug, isNew, line]);

  return check;
}
