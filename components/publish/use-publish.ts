"use client";
import { useState } from "react";
import type { PublishedComparison } from "#lib/catalog/comparisons/published-comparison.ts";
import type { Published } from "#lib/catalog/publish/publish-spec.ts";
import { forgetDraft } from "./use-draft.ts";
import { ProblemError, sendUpload, type Problem, type UploadOptions } from "./send-upload.ts";
import type { UploadFile } from "./upload-file.ts";

export type PublishState = { step: "ready" } | { step: "sending"; share: number } | { step: "refused"; problem: Problem } | { step: "done"; items: PublishedItemAnswer[] };
/** What became of one document, and what it changed where there is a version before it. */
export type PublishedItemAnswer = Published & { comparison?: PublishedComparison | null };

/** Publishes, and keeps what came of it. */
export function usePublish() {
  const [state, setState] = useState<PublishState>({ step: "ready" });
  return {
    state,
    reset: () => setState((before) => (before.step === "sending" ? before : { step: "ready" })),
    async send(files: readonly UploadFile[], options: UploadOptions) {
      setState({ step: "sending", share: 0 });
      try {
        const { items } = await sendUpload<{ items: PublishedItemAnswer[] }>("/api/v1/specs", files, { ...options, compare: true }, { onProgress: (share) => setState({ step: "sending", share }) });
        forgetDraft();
        setState({ step: "done", items });
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        setState({ step: "refused", problem: error.problem });
      }
    },
  };
}
