import type { Level } from "../diff/change.ts";
import { findRule } from "../diff/rules/list-rules.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { diagnosticWords, placeName, type Report, type ReportedChange, toldDiagnostics } from "./report.ts";

const levels: Record<Level, "error" | "warning" | "note"> = { breaking: "error", risky: "warning", info: "note" };

/**
 * Comparisons as a SARIF log (OASIS SARIF 2.1.0): one result for each change, at its line in the document to be published;
 * one for each finding of reading it, and one for a document that should have been compared and was not.
 */
export function asSarif(reports: readonly Report[], toolVersion: string): object {
  const rules = [...new Set(reports.flatMap((report) => [...report.changes.map(({ rule }) => rule), ...toldDiagnostics(report.diagnostics).map(documentRule), ...(report.failure === "uncompared" ? [notCompared] : [])]))].sort();
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Intermesh", semanticVersion: toolVersion, rules: rules.map(ruleOf) } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SRCROOT: { description: { text: "The root of the repository." } } },
        results: reports.flatMap((report) => [...failuresOf(report, rules), ...toldDiagnostics(report.diagnostics).map((diagnostic) => findingOf(diagnostic, rules)), ...report.changes.map((change) => resultOf(report, change, rules))]),
      },
    ],
  };
}

const notCompared = "not-compared";
const severities = { error: "error", warning: "warning", info: "note" } as const;

/** Rules of reading stand apart from those of comparing. */
function documentRule({ code }: Diagnostic): string {
  return `document/${code}`;
}

function failuresOf({ file, failure, note }: Report, rules: string[]): object[] {
  if (failure !== "uncompared") return [];
  return [{ ruleId: notCompared, ruleIndex: rules.indexOf(notCompared), level: "error", message: { text: note ?? "It was not compared." }, locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file), uriBaseId: "SRCROOT" }, region: { startLine: 1 } } }], partialFingerprints: { "change/v1": notCompared } }];
}

function findingOf(diagnostic: Diagnostic, rules: string[]): object {
  const ruleId = documentRule(diagnostic);
  const { severity, file, line, column, pointer } = diagnostic;
  return {
    ruleId, ruleIndex: rules.indexOf(ruleId), level: severities[severity], message: { text: diagnosticWords(diagnostic) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file), uriBaseId: "SRCROOT" }, region: { startLine: line, startColumn: column } }, ...(pointer === "" ? {} : { logicalLocations: [{ fullyQualifiedName: pointer }] }) }],
    partialFingerprints: { "change/v1": [ruleId, pointer, diagnostic.message].join("|").slice(0, 500) },
  };
}

function ruleOf(id: string): object {
  if (id === notCompared) return { id, shortDescription: { text: "Every document that is checked is compared with the version before it." } };
  const rule = findRule(id);
  return {
    id,
    ...(rule ? { shortDescription: { text: rule.reason }, help: { text: [rule.reason, rule.instead].filter((text) => text !== null).join(" ") }, defaultConfiguration: { level: levels[rule.level] } } : {}),
  };
}

function resultOf({ file, impact }: Report, change: ReportedChange, rules: string[]): object {
  const broken = impact?.consumers.filter(({ causes }) => causes.some(({ ordinal }) => ordinal === change.ordinal)).map(({ title }) => title) ?? [];
  const whom = broken.length === 0 ? "" : ` Touches ${broken.join(", ")}.`;
  return {
    ruleId: change.rule,
    ruleIndex: rules.indexOf(change.rule),
    level: levels[change.level],
    message: { text: `${placeName(change)}: ${change.message}${whom}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(fileOf(file, change)), uriBaseId: "SRCROOT" }, region: { startLine: change.revision?.line ?? 1 } },
        logicalLocations: [{ fullyQualifiedName: change.pointer, ...(change.operation === null ? {} : { name: placeName(change) }) }],
      },
    ],
    // The same finding at another line, after an edit above it, is still the same.
    partialFingerprints: { "change/v1": [change.rule, change.operation ?? "", change.pointer, ...change.fields].join("|").slice(0, 500) },
  };
}

/** What was removed has no place in the new text: its file, the first line. */
function fileOf(file: string, { revision }: ReportedChange): string {
  return revision?.file ?? file;
}

/** A relative reference (RFC 3986, 4.2); its first segment holds no colon. */
function uriOf(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
