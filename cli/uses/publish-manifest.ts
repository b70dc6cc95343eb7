import { z } from "zod";
import { readManifestFile } from "#lib/spec/manifest/read-manifest.ts";
import { DiagnosticAnswer, problemOf, readAnswer, sentenceOf } from "../server/answers.ts";
import type { Server } from "../server/server.ts";

export type ManifestFile = { path: string; bytes: Uint8Array<ArrayBuffer> };
export type ManifestOutcome = { status: "stored" | "ignored" | "rejected"; service: string | null; added: number; removed: number; reason: string | null; /** Where one can follow exactly what is used; `null` where nothing was stored. */ followUrl: string | null; diagnostics: DiagnosticAnswer[] };

const Answered = z.object({ status: z.enum(["stored", "ignored"]), service: z.string(), added: z.number(), removed: z.number(), followUrl: z.string().nullish().transform((url) => url ?? null), diagnostics: z.array(DiagnosticAnswer) });

/** Whether a file is a manifest, by its name. */
export function isManifestPath(path: string): boolean {
  return /(^|[/.])intermesh\.ya?ml$/.test(path);
}

/** Sends one manifest. What is wrong with it is told before anything is sent. @throws UnreachableError */
export async function publishManifest(server: Server, { path, bytes }: ManifestFile, query: { repository?: string; ref?: string }): Promise<ManifestOutcome> {
  const { manifest, diagnostics } = readManifestFile(bytes, path);
  const rejected = (reason: string, found: DiagnosticAnswer[]): ManifestOutcome => ({ status: "rejected", service: manifest?.service ?? null, added: 0, removed: 0, reason, followUrl: null, diagnostics: found });
  if (!manifest) return rejected("The manifest cannot be understood. Nothing was sent.", diagnostics);
  const answer = await server.request(`/api/v1/services/${encodeURIComponent(manifest.service)}/manifest`, { method: "PUT", query: { ...query, path }, body: () => new Blob([bytes]), contentType: "application/yaml" });
  if (answer.status >= 400) return rejected(sentenceOf(answer), problemOf(answer).diagnostics);
  return { reason: null, ...readAnswer(Answered, answer, server.origin) };
}

/** One line for people, and one for each finding. */
export function manifestLines(file: string, { status, service, added, removed, reason, followUrl, diagnostics }: ManifestOutcome): string[] {
  const first = status === "rejected" ? `${file}: rejected, nothing was stored: ${reason}` : `${file}: manifest of ${service} ${status === "ignored" ? "read, not stored: it is not of the default branch" : `stored, ${added} uses new, ${removed} gone`}`;
  const offer = status === "stored" && added > 0 && followUrl ? [`  Hear of what breaks them: ${followUrl}`] : [];
  return [first, ...offer, ...diagnostics.filter(({ severity }) => severity !== "info").map(({ file: where, line, column, severity, message }) => `  ${where}:${line}:${column} ${severity}: ${message}`)];
}
