import { z } from "zod";
import { CommandError } from "../command-error.ts";
import type { Answer } from "./server.ts";

// What the command line reads of the server's answers, and no more, so that a newer server does not trouble it.

export const DiagnosticAnswer = z.object({
  severity: z.string(),
  code: z.string(),
  message: z.string(),
  help: z.string().optional(),
  file: z.string().default(""),
  pointer: z.string().default(""),
  line: z.number().default(1),
  column: z.number().default(1),
});
export type DiagnosticAnswer = z.infer<typeof DiagnosticAnswer>;

const Counts = z.object({ broken: z.number(), "at risk": z.number(), unknown: z.number(), unaffected: z.number() });

/** What a published version changed, and whom that touches. */
export const ComparisonAnswer = z.object({
  tally: z.object({ verdict: z.enum(["breaking", "risky", "compatible"]), breaking: z.number(), risky: z.number(), info: z.number() }),
  advice: z.object({ finding: z.object({ message: z.string() }).nullable() }).loose().nullable(),
  missing: z.object({ reason: z.boolean(), approval: z.boolean() }),
  consumers: z.array(z.object({ title: z.string(), owner: z.object({ name: z.string() }).loose().nullable(), verdict: z.string(), possible: z.boolean() }).loose()),
  counts: Counts,
  hidden: Counts,
  objections: z.array(z.object({ consumer: z.string(), words: z.string().nullable(), url: z.string() }).loose()),
  url: z.string(),
}).loose();
export type ComparisonAnswer = z.infer<typeof ComparisonAnswer>;

export const PublishedAnswer = z.object({
  status: z.enum(["published", "unchanged"]),
  notices: z.array(z.string()).default([]),
  reasonRecorded: z.boolean().default(false),
  comparison: ComparisonAnswer.nullable().default(null),
  interface: z.object({ slug: z.string(), title: z.string() }),
  line: z.string(),
  version: z.object({ sequence: z.number(), label: z.string() }),
  valid: z.boolean(),
  errorCount: z.number(),
  warningCount: z.number(),
  diagnostics: z.array(DiagnosticAnswer).default([]),
}).loose();
export type PublishedAnswer = z.infer<typeof PublishedAnswer>;

/** Problem details (RFC 9457) with what ours add. */
export const ProblemAnswer = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  diagnostics: z.array(DiagnosticAnswer).default([]),
  candidates: z.array(z.object({ slug: z.string(), title: z.string() })).default([]),
  fields: z.record(z.string(), z.string()).default({}),
});
export type ProblemAnswer = z.infer<typeof ProblemAnswer>;

/** The problem in an answer; one made of its status where the body says nothing. */
export function problemOf(answer: Answer): ProblemAnswer {
  const parsed = ProblemAnswer.safeParse(answer.body);
  return parsed.success ? parsed.data : { title: `The server answered ${answer.status}.`, diagnostics: [], candidates: [], fields: {} };
}

/** One sentence for a problem, with what to do about it. */
export function sentenceOf(answer: Answer): string {
  const { title, detail, fields } = problemOf(answer);
  const said = [detail ?? title ?? `The server answered ${answer.status}.`, ...Object.entries(fields).map(([name, text]) => `${name}: ${text}.`)].join(" ");
  if (answer.status === 401) return `${said} Give a token with --token or INTERMESH_TOKEN.`;
  return said;
}

/** Reads an answer of a known shape. */
export function readAnswer<T>(schema: z.ZodType<T>, answer: Answer, origin: string): T {
  if (answer.status >= 400) throw new CommandError(sentenceOf(answer));
  const parsed = schema.safeParse(answer.body);
  if (!parsed.success) throw new CommandError(`${origin} answered in a way that this command does not understand (${parsed.error.issues[0]?.path.join(".")}). Is it an Intermesh server of a like version?`);
  return parsed.data;
}
