import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import type { UploadFile } from "./upload-file.ts";

/** How it is to be published; empty means not said. */
export type UploadOptions = { interface: string; new: boolean; owner: string; service: string; line: string; visibility: string; /** Why a breaking version is published. */ reason: string };

/** A refusal, as the server words it (RFC 9457). */
export type Problem = { status: number; detail: string; diagnostics: Diagnostic[]; candidates: { slug: string; title: string }[]; fields: Record<string, string> };

export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/**
 * Sends files to an address of the REST interface. `onProgress` is told the share sent, 0 to 1.
 * @throws ProblemError when it is refused or the server cannot be reached (status 0); an AbortError when aborted.
 */
export async function sendUpload<T>(path: string, files: readonly UploadFile[], options: UploadOptions & { /** Whether the answer is to say what was changed and whom that touches. */ compare?: boolean }, { signal, onProgress }: { signal?: AbortSignal; onProgress?: (share: number) => void } = {}): Promise<T> {
  // XMLHttpRequest, since fetch does not tell how much of a body has been sent.
  const request = new XMLHttpRequest();
  request.open("POST", `${path}${queryOf(options)}`);
  request.responseType = "text";
  const form = new FormData();
  for (const file of files) form.append("file", file.blob, file.path);
  return new Promise<T>((resolve, reject) => {
    const abort = () => request.abort();
    signal?.addEventListener("abort", abort);
    request.upload.onprogress = (event) => onProgress?.(event.lengthComputable ? event.loaded / event.total : 0);
    request.onabort = () => reject(new DOMException("aborted", "AbortError"));
    request.onerror = () => reject(new ProblemError({ ...nothing, status: 0, detail: "The server cannot be reached. Nothing was lost: try again." }));
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as T);
      else reject(new ProblemError(problemOf(request.status, request.responseText)));
    };
    request.onloadend = () => signal?.removeEventListener("abort", abort);
    if (signal?.aborted) reject(new DOMException("aborted", "AbortError"));
    else request.send(form);
  });
}

const nothing = { diagnostics: [], candidates: [], fields: {} };

function problemOf(status: number, text: string): Problem {
  try {
    return { ...nothing, detail: "The server refused it.", ...(JSON.parse(text) as Partial<Problem>), status };
  } catch {
    return { ...nothing, status, detail: `The server answered with status ${status}.` };
  }
}

function queryOf(options: UploadOptions & { compare?: boolean }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(options)) if (value !== "" && value !== false) query.set(name, String(value));
  return query.size === 0 ? "" : `?${query}`;
}
