import type { CheckedSpec } from "#lib/catalog/comparisons/check-spec.ts";
import type { Report } from "#lib/spec/report/report.ts";
import { z } from "zod";
import { CommandError } from "../command-error.ts";
import { DiagnosticAnswer, problemOf, readAnswer, sentenceOf } from "./answers.ts";
import type { Server } from "./server.ts";
import type { Upload } from "./publish-upload.ts";

type Checked = Omit<CheckedSpec, "proposal"> & { proposal: { id: number; url: string } | null };
export type CheckOutcome = { item: Checked; report: Report };

// What a report is made of is checked; the rest is passed on as it came.
const Answered = z.object({
  items: z.array(
    z.looseObject({
      readable: z.boolean(), valid: z.boolean(), errorCount: z.number(), title: z.string().nullable(), label: z.string().nullable(),
      comparison: z.looseObject({ slug: z.string(), line: z.string(), problem: z.string().nullable(), base: z.object({ sequence: z.number(), label: z.string() }), tally: z.object({ verdict: z.enum(["breaking", "risky", "compatible"]) }).loose(), changes: z.array(z.looseObject({ ordinal: z.number() })), impact: z.looseObject({ consumers: z.array(z.looseObject({ verdict: z.string() })) }) }).nullable(),
      uncompared: z.looseObject({ code: z.string(), message: z.string() }).nullable().default(null), doubts: z.array(z.string()).default([]),
      diagnostics: z.array(DiagnosticAnswer).default([]),
      proposal: z.object({ id: z.number(), url: z.string() }).nullable(),
    }),
  ),
});

/**
 * Has a server say what publishing an upload would change and for whom. Nothing is stored, unless `query` proposes it.
 * @throws UnreachableError; CommandError when the server refuses
 */
export async function checkUpload(server: Server, { files, query, root }: Upload & { root: string }): Promise<CheckOutcome[]> {
  const form = () => {
    const made = new FormData();
    for (const { path, bytes } of files) made.append("file", new Blob([bytes]), path);
    return made;
  };
  const answer = await server.request("/api/v1/check", { method: "POST", query: { ...query, root: files.length > 1 ? root : undefined }, body: form });
  const problem = problemOf(answer);
  if (answer.status === 422 && problem.diagnostics.length > 0) return [refused(root, sentenceOf(answer), problem.diagnostics as Checked["diagnostics"])];
  if (answer.status >= 400) throw new CommandError(sentenceOf(answer));
  const { items } = readAnswer(Answered, answer, server.origin) as unknown as { items: Checked[] };
  return items.map((item) => ({ item, report: reportOf(item, root, server.origin) }));
}

/** Nothing to compare with, and nothing wrong about that. */
const fine = new Set(["new", "new-line", "unchanged"]);

/** Whether it should have been compared, and was not. */
export function isUncompared({ readable, comparison, uncompared }: Checked): boolean {
  if (!readable) return false;
  return comparison === null ? !fine.has(uncompared?.code ?? "") : comparison.problem !== null;
}

function reportOf(item: Checked, file: string, origin: string): Report {
  const { title, label, readable, valid, errorCount, comparison, uncompared, doubts, diagnostics, proposal } = item;
  const url = proposal ? `${origin}${proposal.url}` : null;
  const sentences = [
    comparison ? comparison.problem : readable ? (asOptions(uncompared?.message) ?? "The server does not say why it was not compared.") : "It cannot be understood.",
    ...doubts,
    valid || !readable ? null : `It breaks its specification in ${errorCount === 1 ? "one place" : `${errorCount} places`}.`,
  ].filter((sentence) => sentence !== null);
  const named = { title: title ?? file, label, file, url, note: sentences.join(" ") || null, failure: readable ? (isUncompared(item) ? "uncompared" as const : null) : "unreadable" as const, diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, file: diagnostic.file || file })) };
  if (!comparison) return { ...named, base: null, tally: null, changes: [], impact: null, advice: null };
  const { base, tally, changes, impact, advice, problem } = comparison;
  return { ...named, base: base.label, tally: problem === null ? tally : null, changes, impact, advice };
}

/** The server names what a request may say; here these are options. */
function asOptions(message: string | undefined): string | undefined {
  return message?.replaceAll(/\b(say|with|or) `(interface|line|new)`/gi, "$1 `--$2`");
}

/** An upload that was refused as a whole, as what it is: a document that cannot be understood. */
function refused(file: string, reason: string, diagnostics: Checked["diagnostics"]): CheckOutcome {
  const item: Checked = { root: file, readable: false, valid: false, format: null, specVersion: null, title: null, label: null, operationCount: 0, messageCount: 0, schemaCount: 0, errorCount: diagnostics.length, warningCount: 0, diagnostics, diagnosticsOmitted: 0, target: null, comparison: null, uncompared: { code: "unreadable", message: reason }, doubts: [], proposal: null };
  return { item, report: { ...reportOf(item, file, ""), note: reason } };
}
