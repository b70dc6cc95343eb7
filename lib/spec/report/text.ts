import { changeCount, diagnosticWords, impactWords, lineWords, placeName, type Report, type ReportedConsumer, tallyWords, toldDiagnostics } from "./report.ts";

const changesMax = 100;
const diagnosticsMax = 50;

/** A comparison for a terminal. */
export function asText({ title, label, base, file, tally, changes, impact, advice, note, failure, diagnostics, url }: Report): string {
  const versions = base === null ? (label ?? "") : `${base} → ${label ?? ""}`;
  const shown = changes.slice(0, changesMax);
  const all = changeCount({ tally, changes });
  return [
    `${file}: ${title === file ? "" : `${title} `}${versions} ${tally ? `is ${tally.verdict}. ${tallyWords(tally)}.` : ""}`.trimEnd(),
    ...(note === null ? [] : [`  ${failure === "uncompared" ? "not compared: " : ""}${note}`]),
    ...diagnosticLines(diagnostics),
    ...[...Map.groupBy(shown, ({ operation }) => operation)].flatMap(([operation, own]) => [
      `  ${placeName(own[0] ?? { operation })}`,
      ...own.map((change) => `    ${change.level.padEnd(8)} ${change.message} (${change.rule}${lineWords(change)})`),
    ]),
    ...(all > shown.length ? [`  and ${(all - shown.length).toLocaleString("en")} more`] : []),
    ...(impact ? impactLines(impact.consumers, impact.counts, Object.values(impact.hidden).reduce((sum, count) => sum + count, 0)) : []),
    ...(advice?.finding ? [`  ${advice.finding.message}`] : []),
    ...(url ? [`  ${url}`] : []),
  ].join("\n");
}

function diagnosticLines(diagnostics: Report["diagnostics"]): string[] {
  const told = toldDiagnostics(diagnostics);
  const lines = told.slice(0, diagnosticsMax).map((diagnostic) => `    ${diagnostic.severity.padEnd(8)} ${diagnosticWords(diagnostic)} (${diagnostic.code}, ${diagnostic.file}:${diagnostic.line}:${diagnostic.column})`);
  return told.length > lines.length ? [...lines, `    and ${(told.length - lines.length).toLocaleString("en")} more`] : lines;
}

function impactLines(consumers: ReportedConsumer[], counts: Parameters<typeof impactWords>[0], hidden: number): string[] {
  return [
    `  ${impactWords(counts)}${hidden > 0 ? `; ${hidden.toLocaleString("en")} of them may not be named to you` : ""}`,
    ...consumers.filter(({ verdict }) => verdict !== "unaffected").map(({ title, verdict, possible, causes }) => `    ${verdict.padEnd(8)} ${title}${possible ? " (possibly uses it)" : ""}${causes.length > 0 ? `, by ${causes.length} ${causes.length === 1 ? "change" : "changes"}` : ""}`),
  ];
}
