import type { Diagnostic } from "../diagnostic.ts";
import type { Change, Level, Verdict } from "../diff/change.ts";
import type { VersionAdvice } from "../diff/advise-version.ts";
import type { ImpactVerdict } from "../impact/find-impact.ts";

/** What is written down of one comparison, whatever the form: what changed, and for whom. */
export type Report = {
  title: string;
  /** `info.version` of both; `base` is `null` for a first version. */
  label: string | null;
  base: string | null;
  /** Path of the document as its publisher knows it. */
  file: string;
  tally: { verdict: Verdict; breaking: number; risky: number; info: number } | null;
  changes: ReportedChange[];
  /** `null` where nothing is known of consumers, as when two files are compared. */
  impact: ReportedImpact | null;
  advice: VersionAdvice | null;
  /** Where to read on; absolute. */
  url: string | null;
  /** Why there is no comparison, or what else the reader should know. */
  note: string | null;
  /** `unreadable`: the document cannot be understood; `uncompared`: it should have been compared and was not. `note` says why. */
  failure: "unreadable" | "uncompared" | null;
  /** What reading the document found: where it breaks its specification, and what to do. */
  diagnostics: Diagnostic[];
};

export type ReportedChange = Pick<Change, "rule" | "level" | "direction" | "operation" | "display" | "message" | "pointer" | "base" | "revision" | "fields"> & { ordinal: number; levelOfRule?: Level | null; levelReason?: string | null };
export type ReportedConsumer = { kind: "service" | "interface"; slug: string; title: string; owner: { name: string } | null; verdict: ImpactVerdict; possible: boolean; causes: { ordinal: number; effect: "broken" | "at risk" }[] };
export type ReportedImpact = { consumers: ReportedConsumer[]; /** Consumers whom the reader may not see. */ hidden: Record<ImpactVerdict, number>; counts: Record<ImpactVerdict, number> };

/** Findings that whoever checks a document should see, errors first. */
export function toldDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics.filter(({ severity }) => severity === "error"), ...diagnostics.filter(({ severity }) => severity === "warning")];
}

/** "The path has no operation. Add one." */
export function diagnosticWords({ message, help }: Pick<Diagnostic, "message" | "help">): string {
  return help === undefined ? message : `${message} ${help}`;
}

/** The operation as its document spells it, or that it is about the document. */
export function placeName({ operation, display }: Pick<Change, "operation" | "display">): string {
  return display ?? operation ?? "The document as a whole";
}

/** ", api.yaml:12"; what is gone has a line in the version before only. */
export function lineWords({ base, revision }: Pick<Change, "base" | "revision">): string {
  if (revision?.line) return `, ${revision.file}:${revision.line}`;
  return base?.line ? `, line ${base.line} before` : "";
}

/** How many changes there are; of very many a report holds only the worst. */
export function changeCount({ tally, changes }: Pick<Report, "tally" | "changes">): number {
  return Math.max(changes.length, tally ? tally.breaking + tally.risky + tally.info : 0);
}

/** "1 breaking change", "2 risky changes". */
export function countOf(count: number, level: Level): string {
  return `${count.toLocaleString("en")} ${level === "info" ? "compatible" : level} ${count === 1 ? "change" : "changes"}`;
}

/** "3 breaking changes, 1 risky change"; "Nothing changed for clients" where there is none. */
export function tallyWords({ breaking, risky, info }: { breaking: number; risky: number; info: number }): string {
  const parts = ([[breaking, "breaking"], [risky, "risky"], [info, "info"]] as const).flatMap(([count, level]) => (count === 0 ? [] : [countOf(count, level)]));
  return parts.length === 0 ? "Nothing changed for clients" : parts.join(", ");
}

/** "2 consumers broken, 1 at risk, 3 unknown"; of those unaffected only their number. */
export function impactWords(counts: Record<ImpactVerdict, number>): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total === 0) return "No consumer is known";
  const parts = (["broken", "at risk", "unknown", "unaffected"] as const).flatMap((verdict) => (counts[verdict] === 0 ? [] : [`${counts[verdict].toLocaleString("en")} ${verdict}`]));
  return `${total.toLocaleString("en")} ${total === 1 ? "consumer" : "consumers"}: ${parts.join(", ")}`;
}
