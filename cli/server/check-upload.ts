import type { CheckedSpec } from "#lib/catalog/comparisons/check-spec.ts";
import type { Report } from "#lib/spec/report/report.ts";
import { z } from "zod";
import { CommandError } from "../command-error.ts";
import { readAnswer, sentenceOf } from "./answers.ts";
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
  if (answer.status >= 400) throw new CommandError(sentenceOf(answer));
  const { items } = readAnswer(Answered, answer, server.origin) as unknown as { items: Checked[] };
  return items.map((item) => ({ item, report: reportOf(item, root, server.origin) }));
}

function reportOf({ title, label, readable, valid, errorCount, target, comparison, proposal }: Checked, file: string, origin: string): Report {
  const named = { title: title ?? file, label, file };
  const url = proposal ? `${origin}${proposal.url}` : null;
  const broken = valid ? "" : ` It breaks its specification in ${errorCount === 1 ? "one place" : `${errorCount} places`}.`;
  if (comparison) {
    const { base, tally, changes, impact, advice, problem } = comparison;
    return { ...named, base: base.label, tally: problem === null ? tally : null, changes, impact, advice, url, note: `${problem ?? ""}${broken}`.trim() || null };
  }
  const note = !readable ? "It cannot be understood." : target?.kind === "new" ? `It would become a new interface, ${target.slug}.` : target?.kind === "unchanged" ? `It is the text of version ${target.sequence} of ${target.slug}: nothing would change.` : target?.kind === "ambiguous" ? `It cannot be told which interface it is: say with --interface (${target.candidates.map(({ slug }) => slug).join(", ")}).` : "There is no version before it that you may read.";
  return { ...named, base: null, tally: null, changes: [], impact: null, advice: null, url, note: `${note}${broken}` };
}
