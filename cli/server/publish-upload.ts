import { z } from "zod";
import { PublishedAnswer, problemOf, readAnswer, sentenceOf, type DiagnosticAnswer } from "./answers.ts";
import type { Server } from "./server.ts";

export type Upload = { files: { path: string; bytes: Uint8Array<ArrayBuffer> }[]; query: Record<string, string | undefined> };
/** What became of an upload. `refused` is for what may be mended elsewhere: a right, a choice, a limit. */
export type Outcome =
  | { status: "stored"; items: PublishedAnswer[] }
  | { status: "rejected"; reason: string; diagnostics: DiagnosticAnswer[] }
  | { status: "refused"; reason: string; candidates: { slug: string; title: string }[] };

const Answered = z.union([z.object({ items: z.array(PublishedAnswer) }).transform((answer) => answer.items), PublishedAnswer.transform((one) => [one])]);

/**
 * Publishes the files of one upload: a single file whose path is told in the query as the body itself, others as a form,
 * which names each.
 * @throws UnreachableError; CommandError for an answer that is none of ours
 */
export async function publishUpload(server: Server, { files, query }: Upload): Promise<Outcome> {
  const [first] = files;
  const single = files.length === 1 && first && query["path"] ? first : null;
  const answer = await server.request("/api/v1/specs", {
    method: "POST",
    // A body alone has no name within the upload; its path in the query says which it is.
    query: single ? { ...query, root: undefined } : query,
    ...(single ? { body: () => new Blob([single.bytes]), contentType: "application/octet-stream" } : { body: () => formOf(files) }),
  });
  const { candidates, ...problem } = problemOf(answer);
  const diagnostics = problem.diagnostics.map((diagnostic) => (single ? { ...diagnostic, file: single.path } : diagnostic));
  if (answer.status === 422 || (answer.status >= 400 && diagnostics.length > 0)) return { status: "rejected", reason: sentenceOf(answer), diagnostics };
  if (answer.status >= 400) return { status: "refused", reason: sentenceOf(answer), candidates };
  return { status: "stored", items: readAnswer(Answered, answer, server.origin) };
}

function formOf(files: Upload["files"]): FormData {
  const form = new FormData();
  for (const { path, bytes } of files) form.append("file", new Blob([bytes]), path);
  return form;
}
