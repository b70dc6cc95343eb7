import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ServiceError, ValidationError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { ImportedFile, ImportedService } from "#lib/spec/imports/imported-service.ts";
import { readImports } from "#lib/spec/imports/read-imports.ts";
import { replaceEvidence } from "../dependencies/replace-evidence.ts";
import { resolveReference, type Resolved } from "../dependencies/resolve-references.ts";
import { flowOf, type Use } from "../dependencies/use.ts";
import { putProvides } from "../manifests/put-provides.ts";
import { putService } from "../manifests/put-service.ts";
import { isDefaultBranch } from "../publish/is-default-branch.ts";
import { retryOnDeadlock } from "../publish/retry-on-deadlock.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";

export const ImportUsesOptions = z.object({
  service: z.string().trim().toLowerCase().max(100).optional().meta({ description: "The service whose calls a HAR recording holds, or that runs an Arazzo description's workflows." }),
  repository: z.string().trim().max(500).optional().meta({ description: "Where the files are from; with their paths it says what a later import replaces." }),
  ref: z.string().trim().max(300).optional(),
  defaultBranch: z.union([z.boolean(), z.stringbool()]).optional(),
});
export type ImportedAnswer = { path: string; kind: string; services: { service: string; uses: number; known: number }[]; problems: string[] };

/**
 * Takes in what Pact files, HAR recordings, Arazzo descriptions, Backstage entries and EventCatalog pages say of who uses what, in place of what
 * the same files said before. A service of another team is left out and named; the others are taken.
 */
export async function importUses({ ctx, input }: { ctx: Ctx; input: z.input<typeof ImportUsesOptions> & { files: { path: string; bytes: Uint8Array }[] } }): Promise<{ status: "stored" | "ignored"; items: ImportedAnswer[] }> {
  const { service, repository = "", ref, defaultBranch } = ImportUsesOptions.parse(input);
  authorize(ctx, "interface.check");
  const files = readImports(input.files, { service });
  if (files.length === 0) throw new ValidationError("None of the files is a Pact file, a HAR recording, an Arazzo description, a Backstage entry or a page of EventCatalog.");
  if (!isDefaultBranch({ ref, defaultBranch })) return { status: "ignored", items: files.map((file) => answerOf(file, new Map())) };
  const items: ImportedAnswer[] = [];
  for (const file of files) {
    const known = new Map<string, number>();
    for (const one of file.services) {
      try {
        const taken = await retryOnDeadlock(() => ctx.db.transaction((tx) => importOne(tx, ctx, one, { file, repository })));
        known.set(one.service, taken.known);
        file.problems.push(...taken.remarks.map((remark) => `${one.service}: ${remark}`));
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        if (error.status === 401) throw error;
        file.problems.push(`${one.service}: ${error.message}`);
      }
    }
    items.push(answerOf(file, known));
  }
  return { status: "stored", items };
}

function answerOf({ path, kind, services, problems }: ImportedFile, known: Map<string, number>): ImportedAnswer {
  return { path, kind, problems, services: services.map(({ service, uses }) => ({ service, uses: uses.length, known: known.get(service) ?? 0 })) };
}

/** Returns how many of its uses lead to something that is known, and what could not be taken. */
async function importOne(tx: Transaction, ctx: Ctx, imported: ImportedService, { file, repository }: { file: ImportedFile; repository: string }): Promise<{ known: number; remarks: string[] }> {
  const { service, diagnostics } = await putService(tx, ctx, imported);
  const remarks = diagnostics.map(({ message }) => message);
  const source = `import ${file.kind} ${repository}#${file.path}${file.kind === "eventcatalog" || file.kind === "backstage" ? ` ${service.slug}` : ""}`;
  if (file.kind === "backstage" || file.kind === "eventcatalog") {
    const { interfaceIds, diagnostics: waiting } = await putProvides(tx, { service, manifestId: null, repository, path: imported.page ?? file.path, files: imported.provides });
    remarks.push(...waiting.map(({ message, help }) => `${message} ${help}`));
    for (const interfaceId of interfaceIds) await enqueue(tx, "derive-dependencies", { interfaceId });
  }
  const found = new Map<string, Resolved>();
  const uses: Use[] = [];
  for (const use of imported.uses) {
    const key = `${use.words} ${use.operation}`;
    const target = found.get(key) ?? (await resolveReference(tx, { words: use.words, line: null, operation: use.operation }));
    found.set(key, target);
    const { operationKnown: _operationKnown, ...to } = target;
    uses.push({
      fromServiceId: service.id, fromInterfaceId: null, ...to, line: null, message: use.message ?? null, flow: use.flow ?? flowOf(to.operationKey),
      detail: { sentence: use.sentence, file: use.file, ...(use.line === null ? {} : { line: use.line }), ...(use.fields.length > 0 ? { fields: use.fields } : {}) },
    });
  }
  // What a workflow calls follows from its document; the others are somebody's word or recording.
  const { added, removed } = await replaceEvidence(tx, { kind: file.kind === "arazzo" ? "specified" : "declared", source }, uses);
  await enqueue(tx, "derive-dependencies", { serviceId: service.id });
  await recordAudit(tx, ctx, { action: "dependency.import", subject: "service", subjectId: service.id, subjectName: service.slug, detail: { source, added, removed } });
  return { known: uses.filter(({ unresolved }) => unresolved === null).length, remarks };
}
