import { FormatBadge } from "#components/ui/badge.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { CheckedDocument } from "#lib/catalog/publish/check-document.ts";
import type { Check } from "./use-check.ts";

/** What reading found, one line for each document. Spoken when it changes. */
export function CheckVerdict({ check, started }: { check: Check; started: boolean }) {
  return (
    <div role="status" aria-live="polite" className="flex min-h-16 flex-col gap-2 text-sm">
      {!started ? <p className="text-muted">What is in the document appears here as soon as it is read.</p> : null}
      {check.state === "checking" && check.documents.length === 0 ? (
        <>
          <p className="text-muted">{check.share > 0 && check.share < 1 ? `Sending, ${Math.round(check.share * 100)} %` : "Reading…"}</p>
          {check.share > 0 && check.share < 1 ? <progress className="h-1 w-full" max={1} value={check.share} aria-label="Sent so far" /> : null}
        </>
      ) : null}
      {check.problem ? <Notice level="error">{check.problem.detail}</Notice> : null}
      {check.documents.map((document, index) => (
        <Document key={index} document={document} stale={check.state === "checking"} />
      ))}
    </div>
  );
}

function Document({ document, stale }: { document: CheckedDocument; stale: boolean }) {
  return (
    <div className={stale ? "opacity-60" : undefined}>
      <p className="font-medium [overflow-wrap:anywhere]">
        {document.title ?? document.root ?? "Not yet a document"}
        {document.label ? <code className="ml-2 text-xs font-normal text-muted">{document.label}</code> : null}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-muted">
        {document.format ? <FormatBadge format={document.format} specVersion={document.specVersion} /> : null}
        {document.readable ? <span>{contents(document)}</span> : null}
      </p>
      <p className={document.valid ? "text-green" : document.readable ? "text-amber" : "text-red"}>{verdict(document)}</p>
    </div>
  );
}

function contents({ operationCount, messageCount, schemaCount }: CheckedDocument): string {
  return [count(operationCount, "operation"), messageCount > 0 ? count(messageCount, "message") : null, count(schemaCount, "schema")].filter((part) => part !== null).join(", ");
}

function verdict({ valid, readable, errorCount, warningCount }: CheckedDocument): string {
  const warnings = warningCount > 0 ? ` and ${count(warningCount, "warning")}` : "";
  if (!readable) return "Cannot be understood: see the findings.";
  return valid ? `Valid${warningCount > 0 ? `, with ${count(warningCount, "warning")}` : ""}.` : `Breaks its specification: ${count(errorCount, "error")}${warnings}.`;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
