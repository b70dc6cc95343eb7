import type { AuditRow } from "./list-audit.ts";

const columns = ["id", "at", "actor", "actorName", "action", "subject", "subjectId", "subjectName", "outcome", "detail", "requestId", "address"] as const satisfies (keyof AuditRow)[];

/** The log as a table (RFC 4180), a line for each entry below its head. */
export function auditAsCsv(rows: readonly AuditRow[]): string {
  return [columns.join(","), ...rows.map((row) => columns.map((name) => cell(row[name])).join(","))].join("\r\n") + "\r\n";
}

/** The log as one line of JSON for each entry. */
export function auditAsNdjson(rows: readonly AuditRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

function cell(value: unknown): string {
  const text = value === null || value === undefined ? "" : value instanceof Date ? value.toISOString() : typeof value === "object" ? JSON.stringify(value) : String(value);
  // Names are given by people: a spreadsheet must not take one for a formula.
  const harmless = /^[=+\-@\t\r]/.test(text) && typeof value === "string" ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
