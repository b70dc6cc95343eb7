import { placeName, type Report, type ReportedChange } from "./report.ts";

type FailOn = { level: "breaking" | "risky" | "never"; impact: "broken" | "never" };

/** Comparisons as JUnit XML: a suite for each document, a case for each operation that changed and for each consumer. */
export function asJunit(reports: readonly Report[], failOn: FailOn): string {
  const suites = reports.map((report) => suiteOf(report, failOn));
  const sum = (name: "tests" | "failures") => suites.reduce((total, suite) => total + suite[name], 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="intermesh check" tests="${sum("tests")}" failures="${sum("failures")}">\n${suites.map(({ xml }) => xml).join("\n")}\n</testsuites>\n`;
}

function suiteOf({ file, title, changes, impact }: Report, failOn: FailOn): { tests: number; failures: number; xml: string } {
  const operations = [...Map.groupBy(changes, ({ operation }) => operation)].map(([operation, own]) => {
    const failed = own.filter((change) => fails(change, failOn));
    return { name: placeName(operation), className: `${title}.changes`, failures: failed.map(wordsOf), notes: own.filter((change) => !failed.includes(change)).map(wordsOf) };
  });
  const consumers = (impact?.consumers ?? []).map(({ title: name, verdict, causes }) => {
    const words = causes.flatMap(({ ordinal }) => changes.find((change) => change.ordinal === ordinal) ?? []).map(wordsOf);
    const broken = verdict === "broken" && failOn.impact === "broken";
    return { name, className: `${title}.consumers`, failures: broken ? words : [], notes: broken ? [] : [verdict, ...words] };
  });
  const cases = [...operations, ...consumers];
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

function fails({ level }: ReportedChange, failOn: FailOn): boolean {
  return failOn.level !== "never" && (level === "breaking" || (level === "risky" && failOn.level === "risky"));
}

function wordsOf({ level, operation, message, rule, revision }: ReportedChange): string {
  return `${level}: ${placeName(operation)}: ${message} (${rule}${revision?.line ? `, ${revision.file}:${revision.line}` : ""})`;
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
