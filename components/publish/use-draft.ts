"use client";
import { useEffect } from "react";
import { uploadFileFromText, type UploadFile } from "./upload-file.ts";

const key = "intermesh-publish-draft";
const charsMax = 1_000_000;

/** Keeps what one wrote while one signs in or reloads, in this tab alone. */
export function useDraft(files: readonly UploadFile[], restore: (files: UploadFile[]) => void): void {
  useEffect(() => {
    const kept = read();
    if (kept.length > 0) restore(kept);
  }, []);

  useEffect(() => {
    const texts = files.flatMap(({ path, text }) => (text === null || text === "" ? [] : [{ path, text }]));
    if (texts.length === 0 || texts.length < files.length) return;
    const timer = setTimeout(() => {
      const draft = JSON.stringify(texts);
      // A full or closed store is no reason to trouble anyone.
      if (draft.length <= charsMax) attempt(() => sessionStorage.setItem(key, draft));
    }, 500);
    return () => clearTimeout(timer);
  }, [files]);
}

export function forgetDraft(): void {
  attempt(() => sessionStorage.removeItem(key));
}

function read(): UploadFile[] {
  const draft = attempt(() => JSON.parse(sessionStorage.getItem(key) ?? "[]") as { path: string; text: string }[]);
  return Array.isArray(draft) ? draft.map(({ path, text }) => uploadFileFromText(text, path)) : [];
}

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
