import { diagnosticWords, impactWords, lineWords, placeName, type Report, type ReportedChange, toldDiagnostics } from "./report.ts";

type FailOn = { level: "breaking" | "risky" | "never"; impact: "broken" | "never" };

/**
 * Comparisons as JUnit XML: a suite for each document, with a case for what reading and comparing it came to, one for each
 * operation that changed and for each consumer. A document that was to be compared and was not is a failure.
 */
export function asJunit(reports: readonly Report[], failOn: FailOn): string {
  const suites = reports.map((report) => suiteOf(report, failOn));
  const sum = (name: "tests" | "failures") => suites.reduce((total, suite) => total + suite[name], 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="intermesh check" tests="${sum("tests")}" failures="${sum("failures")}">\n${suites.map(({ xml }) => xml).join("\n")}\n</testsuites>\n`;
}

type Case = { name: string; className: string; failures: string[]; notes: string[] };

function suiteOf(report: Report, failOn: FailOn): { tests: number; failures: number; xml: string } {
  const { file, title, changes } = report;
  const operations = [...Map.groupBy(changes, ({ operation }) => operation)].map(([operation, own]) => {
    const failed = own.filter((change) => fails(change, failOn));
    return { name: placeName(own[0] ?? { operation }), className: `${title}.changes`, failures: failed.map(wordsOf), notes: own.filter((change) => !failed.includes(change)).map(wordsOf) };
  });
  const cases = [documentCase(report), ...operations, ...consumerCases(report, failOn)];
  const failures = cases.filter((one) => one.failures.length > 0).length;
  const xml = cases.map(({ name, className, failures: failed, notes }) => {
    const inside = [
      failed.length > 0 ? `<failure message="${escapeXml(failed[0] ?? "")}">${escapeXml(failed.join("\n"))}</failure>` : "",
      notes.length > 0 ? `<system-out>${escapeXml(notes.join("\n"))}</system-out>` : "",
    ].join("");
    return `    <testcase name="${escapeXml(name)}" classname="${escapeXml(className)}" time="0">${inside}</testcase>`;
  });
  return { tests: cases.length, failures, xml: `  <testsuite name="${escapeXml(file)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0" time="0">\n${xml.join("\n")}\n  </testsuite>` };
}

/** What reading it found; a failure where that, or the lack of a comparison, ends the check. */
function documentCase({ file, title, failure, note, tally, diagnostics }: Report): Case {
  const found = toldDiagnostics(diagnostics).map((diagnostic) => `${diagnostic.severity}: ${diagnosticWords(diagnostic)} (${diagnostic.code}, ${diagnostic.file}:${diagnostic.line}:${diagnostic.column})`);
  const said = note === null ? [] : [note];
  // What is shown first says what to mend.
  const words = failure === "unreadable" ? [...found, ...said] : [...said, ...found];
  const name = failure === "unreadable" ? "The document can be understood" : "The document is compared with the version before it";
  return { name, className: `${title}.document`, failures: failure === null ? [] : words.length === 0 ? [`${file}: ${failure}`] : words, notes: failure === null ? [...(tally ? [tally.verdict] : []), ...words] : [] };
}

function consumerCases({ title, changes, impact }: Report, failOn: FailOn): Case[] {
  if (impact === null) return [];
  const className = `${title}.consumers`;
  const fatal = failOn.impact === "broken";
  const named = impact.consumers.map(({ title: name, verdict, causes }): Case => {
    const words = [verdict, ...causes.flatMap(({ ordinal }) => changes.find((change) => change.ordinal === ordinal) ?? []).map(wordsOf)];
    return verdict === "broken" && fatal ? { name, className, failures: words, notes: [] } : { name, className, failures: [], notes: words };
  });
  const count = Object.values(impact.hidden).reduce((sum, one) => sum + one, 0);
  if (count === 0) return named;
  const words = [impactWords(impact.hidden)];
  return [...named, { name: "Consumers who may not be named", className, failures: fatal && impact.hidden.broken > 0 ? words : [], notes: fatal && impact.hidden.broken > 0 ? [] : words }];
}

function fails({ level }: ReportedChange, failOn: FailOn): boolean {
  return failOn.level !== "never" && (level === "breaking" || (level === "risky" && failOn.level === "risky"));
}

function wordsOf(change: ReportedChange): string {
  const { level, message, rule } = change;
  return `${level}: ${placeName(change)}: ${message} (${rule}${lineWords(change)})`;
}

/** Text for an element or an attribute of XML 1.0; what no XML may hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}
