import type { Limits } from "./limits.ts";
import { defaultLimits } from "./limits.ts";
import type { NormalizedSpec, ParsedSpec } from "./normalized-spec.ts";
import { parseSpec } from "./parse-spec.ts";

/** For tests: a document from its text, `api.yaml`, with other files beside it. */
export function parseText(text: string, others: Record<string, string> = {}, limits: Partial<Limits> = {}): Promise<ParsedSpec> {
  const files = Object.entries({ "api.yaml": text, ...others }).map(([path, body]) => ({ path, bytes: Buffer.from(body) }));
  return parseSpec(files, { root: "api.yaml", limits: { ...defaultLimits, ...limits } });
}

/** The same, for documents that must be understood. */
export async function readText(text: string, others: Record<string, string> = {}): Promise<NormalizedSpec> {
  const { spec, diagnostics } = await parseText(text, others);
  if (!spec) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return spec;
}

/** Findings in one line each. */
export async function findingsOf(text: string, others: Record<string, string> = {}): Promise<string[]> {
  const { diagnostics } = await parseText(text, others);
  return diagnostics.map(({ severity, line, column, message, help }) => `${line}:${column} ${severity}: ${message}${help === undefined ? "" : ` → ${help}`}`);
}
