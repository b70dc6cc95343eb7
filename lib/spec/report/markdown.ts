import { findRule } from "../diff/rules/list-rules.ts";
import { changeCount, diagnosticWords, impactWords, lineWords, placeName, type Report, type ReportedChange, type ReportedConsumer, tallyWords, toldDiagnostics } from "./report.ts";

const signs = { breaking: "🟥", risky: "🟨", compatible: "🟩", info: "🟩", broken: "🟥", "at risk": "🟨", unknown: "⬜", unaffected: "🟩" } as const;
// A comment on GitHub holds 65,536 characters.
const worstMax = 150;
const compatibleMax = 100;
const diagnosticsMax = 50;

/** A comparison as Markdown (GitHub Flavored), for a comment on a pull request. Texts of documents are never obeyed as markup. */
export function asMarkdown(report: Report): string {
  const { tally, advice, note, url } = report;
  const versions = report.base === null ? (report.label ?? "") : `${report.base} → ${report.label ?? ""}`;
  return [
    `### ${tally ? `${signs[tally.verdict]} ` : report.failure ? "⛔ " : ""}${plain(report.title)}${versions === "" ? "" : ` ${code(versions)}`}`,
    tally ? `**${tally.verdict === "compatible" ? "Compatible" : tally.verdict === "breaking" ? "Breaking" : "Risky"}.** ${tallyWords(tally)}.` : null,
    note === null ? null : `${report.failure === "uncompared" ? "**Not compared.** " : ""}${prose(note)}`,
    ...diagnosticLines(report.diagnostics),
    advice?.finding ? `⚠️ ${prose(advice.finding.message)}` : null,
    ...impactLines(report),
    ...changeLines(report),
    url === null ? null : `[See the comparison](${encodeURI(url)})`,
  ]
    .filter((line) => line !== null)
    .join("\n\n")
    .concat("\n");
}

function diagnosticLines(diagnostics: Report["diagnostics"]): string[] {
  const told = toldDiagnostics(diagnostics);
  const shown = told.slice(0, diagnosticsMax).map((diagnostic) => `- ${diagnostic.severity === "error" ? "❌" : "⚠️"} ${code(`${diagnostic.file}:${diagnostic.line}`)} ${prose(diagnosticWords(diagnostic))}`);
  if (shown.length === 0) return [];
  return [[...shown, ...(told.length > shown.length ? [`- and ${(told.length - shown.length).toLocaleString("en")} more`] : [])].join("\n")];
}

function impactLines({ impact, changes }: Report): string[] {
  if (impact === null) return [];
  const messages = new Map(changes.map((change) => [change.ordinal, change]));
  const hidden = Object.values(impact.hidden).reduce((sum, count) => sum + count, 0);
  const told = impact.consumers.filter(({ verdict }) => verdict !== "unaffected").slice(0, 50);
  return [
    `**${plain(impactWords(impact.counts))}.**${hidden > 0 ? ` ${hidden.toLocaleString("en")} of them may not be named to you.` : ""}`,
    ...(told.length === 0 ? [] : [told.map((consumer) => consumerLine(consumer, messages)).join("\n")]),
  ];
}

function consumerLine({ title, verdict, owner, possible, causes }: ReportedConsumer, changes: Map<number, ReportedChange>): string {
  const first = changes.get(causes[0]?.ordinal ?? 0);
  const more = causes.length > 1 ? `, and ${causes.length - 1} more` : "";
  const why = first ? `: ${prose(first.message)}${first.operation === null ? "" : ` (${code(placeName(first))})`}${more}` : verdict === "unknown" ? ": it is not known which part it uses" : "";
  return `- ${signs[verdict]} **${plain(title)}**${owner ? ` (${plain(owner.name)})` : ""} ${possible ? "possibly uses it" : verdict}${why}`;
}

function changeLines({ changes, tally }: Report): string[] {
  const worst = changes.filter(({ level }) => level !== "info").slice(0, worstMax);
  const rest = changes.filter(({ level }) => level === "info").slice(0, compatibleMax);
  const compatible = Math.max(rest.length, tally?.info ?? 0);
  const left = changeCount({ tally, changes }) - worst.length - rest.length;
  return [
    ...byOperation(worst),
    ...(rest.length === 0 ? [] : [`<details><summary>${compatible.toLocaleString("en")} compatible ${compatible === 1 ? "change" : "changes"}</summary>\n\n${byOperation(rest).join("\n\n")}\n\n</details>`]),
    ...(left > 0 ? [`And ${left.toLocaleString("en")} more.`] : []),
  ];
}

function byOperation(changes: ReportedChange[]): string[] {
  const groups = Map.groupBy(changes, ({ operation }) => operation);
  return [...groups].map(([operation, own]) => `${operation === null ? plain(placeName({ operation })) : code(placeName(own[0] ?? { operation }))}\n${own.map(changeLine).join("\n")}`);
}

/** What changed, by which rule and where; of what may break somebody also what to do instead. */
function changeLine(change: ReportedChange): string {
  const where = lineWords(change).replace(/^, /, "");
  const instead = change.level === "info" ? null : (findRule(change.rule)?.instead ?? null);
  return `- ${signs[change.level]} ${prose(change.message)} (${code(change.rule)}${where === "" ? "" : `, ${change.revision?.line ? code(where) : plain(where)}`})${instead === null ? "" : `\n  *Instead:* ${prose(instead)}`}`;
}

/** Our own sentence about names of a document: what stands in backticks stays code, whatever is in it. */
export function prose(text: string): string {
  return text
    .split(/(`[^`\n]*`)/)
    .map((part) => (/^`[^`\n]+`$/.test(part) ? code(part.slice(1, -1)) : plain(part)))
    .join("");
}

/** Text with nothing in it that means anything to Markdown: no markup, link, mention or reference. */
export function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/:\/\//g, "&#58;//")
    .replaceAll(/www\./gi, "www&#46;")
    .replaceAll("@", "&#64;")
    .replaceAll(/[\\`*_{}[\]()#|~!>]/g, (sign) => `\\${sign}`);
}

/** A code span around any text (CommonMark, 6.1): its fence is longer than any in it. */
export function code(text: string): string {
  const clean = text.replaceAll(/\s+/g, " ");
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return clean.includes("`") ? `${fence} ${clean} ${fence}` : `${fence}${clean}${fence}`;
}
