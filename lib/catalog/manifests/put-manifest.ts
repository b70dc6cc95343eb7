import { and, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { manifests } from "#db/schema/mesh/manifests.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listedInterfaces, visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { RejectedDocumentError, ValidationError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import { readManifestFile, type ReadManifest } from "#lib/spec/manifest/read-manifest.ts";
import { hiddenUses } from "../contents/hidden-uses.ts";
import { unapproved } from "../access-requests/approvals.ts";
import { replaceEvidence } from "../dependencies/replace-evidence.ts";
import { useWarnings } from "../lifecycle/use-warnings.ts";
import { askAccessUrl } from "../urls/lifecycle-url.ts";
import { isDefaultBranch } from "../publish/is-default-branch.ts";
import { retryOnDeadlock } from "../publish/retry-on-deadlock.ts";
import { actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import { publicUrl } from "#lib/notify/mail/mail-settings.ts";
import { followUsesUrl } from "../urls/follow-url.ts";
import { manifestUses, type ManifestUseFound } from "./manifest-uses.ts";
import { putProvides } from "./put-provides.ts";
import { putService } from "./put-service.ts";

export const PutManifestOptions = z.object({
  repository: z.string().trim().max(500).optional().meta({ description: "Repository that the manifest lies in; its `provides` are then found by path." }),
  path: z.string().trim().min(1).max(500).optional().meta({ description: "Path of the manifest in the repository; `intermesh.yaml` unless said." }),
  ref: z.string().trim().max(300).optional().meta({ description: "Branch or tag that it comes from. Only the default branch replaces dependencies." }),
  defaultBranch: z.union([z.boolean(), z.stringbool()]).optional().meta({ description: "Whether `ref` is the default branch; without it, `main`, `master` and `trunk` are." }),
});
export type PutManifestInput = z.input<typeof PutManifestOptions> & { service: string; bytes: Uint8Array };

export type PutManifestAnswer = {
  /** `ignored`: not of the default branch; read, but nothing was stored. */
  status: "stored" | "ignored";
  service: string;
  added: number;
  removed: number;
  /** What it says is used, and whether that is known here and may be seen. */
  uses: { interface: string; operation: string | null; known: boolean }[];
  /** Where one can follow exactly that. */
  followUrl: string;
  diagnostics: Diagnostic[];
};

/**
 * Takes in the manifest of a service: makes the service where there is none, and replaces what this manifest said before
 * of what it provides and uses. What it names and nobody has published yet is kept and resolves itself later.
 * @throws RejectedDocumentError with diagnostics when it cannot be read; ValidationError when it is another service's.
 */
export async function putManifest({ ctx, input }: { ctx: Ctx; input: PutManifestInput }): Promise<PutManifestAnswer> {
  const { repository = "", path = "intermesh.yaml", ref, defaultBranch } = PutManifestOptions.parse(input);
  authorize(ctx, "interface.check");
  const read = readManifestFile(input.bytes, path);
  const { manifest } = read;
  if (!manifest) throw new RejectedDocumentError("The manifest cannot be understood. Nothing was stored.", read.diagnostics);
  if (manifest.service !== input.service) throw new ValidationError(`The manifest is of the service "${manifest.service}", the address of "${input.service}".`, { service: "another service" });
  const stores = isDefaultBranch({ ref, defaultBranch });
  const run = async (tx: Transaction): Promise<PutManifestAnswer> => {
    const { service, diagnostics: ofService } = await putService(tx, ctx, manifest);
    const [row] = await tx
      .insert(manifests)
      .values({ serviceId: service.id, repository, path, text: new TextDecoder().decode(input.bytes), sentBy: actorName(ctx) })
      .onConflictDoUpdate({ target: [manifests.serviceId, manifests.repository, manifests.path], set: { text: sql`excluded.text`, sentBy: sql`excluded.sent_by`, sentAt: sql`now()` } })
      .returning({ id: manifests.id });
    if (!row) throw new Error("a manifest just stored is gone");
    const { interfaceIds, diagnostics: ofProvides } = await putProvides(tx, { service, manifestId: row.id, repository, path, files: manifest.provides ?? [] });
    const uses = await manifestUses(tx, service.id, manifest, { path, placeOf: read.placeOf });
    const { added, removed } = await replaceEvidence(tx, { kind: "declared", source: `manifest ${row.id}` }, uses);
    if (added + removed > 0 || service.created) await recordAudit(tx, ctx, { action: "manifest.put", subject: "service", subjectId: service.id, subjectName: service.slug, detail: { repository, path, added, removed } });
    await enqueue(tx, "derive-dependencies", { serviceId: service.id });
    for (const interfaceId of interfaceIds) await enqueue(tx, "derive-dependencies", { interfaceId });
    const shown = await asSeen(tx, ctx, uses);
    const remarks = [...ofService, ...ofProvides, ...shown.flatMap(remarkOf), ...(await lifeRemarks(tx, ctx, service.id, shown))];
    return { status: stores ? "stored" : "ignored", service: service.slug, added, removed, uses: shown.map(({ words, operation, known }) => ({ interface: words, operation, known })), followUrl: publicUrl(followUsesUrl(service.slug)), diagnostics: [...read.diagnostics, ...placed(read, path, remarks)] };
  };
  if (stores) return retryOnDeadlock(() => ctx.db.transaction(run));
  return previewOf(ctx, run);
}

type Remark = Omit<Diagnostic, "file" | "line" | "column">;
type Shown = ManifestUseFound & { known: boolean; /** Not only its name. */ readable: boolean; operationHidden: boolean };

/** The same, undone in the end. */
async function previewOf(ctx: Ctx, run: (tx: Transaction) => Promise<PutManifestAnswer>): Promise<PutManifestAnswer> {
  const undo = new Error("undone on purpose");
  let answer: PutManifestAnswer | undefined;
  await ctx.db.transaction(async (tx) => {
    answer = await run(tx);
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  if (!answer) throw new Error("a preview gave no answer");
  return answer;
}

/** What may not be seen is as if it were unknown, so that nothing can be probed for. */
async function asSeen(tx: Transaction, ctx: Ctx, uses: ManifestUseFound[]): Promise<Shown[]> {
  const ids = [...new Set(uses.flatMap(({ toInterfaceId }) => (toInterfaceId === null ? [] : [toInterfaceId])))];
  const rows = ids.length === 0 ? [] : await tx.select({ id: interfaces.id, readable: sql<boolean>`${visibleInterfaces(ctx.scope)}` }).from(interfaces).where(and(inArray(interfaces.id, ids), listedInterfaces(ctx.scope)));
  const readable = new Map(rows.map((row) => [row.id, row.readable]));
  const isHidden = await hiddenUses(tx, ctx.scope, uses.map(({ toInterfaceId, operationKey }) => ({ interfaceId: toInterfaceId, operationKey })));
  return uses.map((use) => ({
    ...use,
    known: use.unresolved === null && (use.toInterfaceId === null || readable.has(use.toInterfaceId)),
    readable: use.toInterfaceId !== null && readable.get(use.toInterfaceId) === true,
    operationHidden: isHidden({ interfaceId: use.toInterfaceId, operationKey: use.operationKey }),
  }));
}

function remarkOf({ known, readable, operationHidden, words, operation, operationKnown, pointer }: Shown): Remark[] {
  if (!known) return [{ severity: "info", code: "reference-waits", message: `There is no interface \`${words}\` yet. The use is kept and counts as soon as there is one.`, pointer }];
  // Of one whose name alone is seen, nothing is said of what it has or has not.
  if (operation === null || !readable || (operationKnown && !operationHidden)) return [];
  return [{ severity: "warning", code: "operation-unknown", message: `\`${words}\` has no operation \`${operation}\`.`, help: "Write it as on its page, such as `GET /orders/{id}` or `send orders`.", pointer: `${pointer}/operation` }];
}

/** What is on its way out, gone, or wanted to be asked for: the use is kept, for it is a fact, and said so. */
async function lifeRemarks(tx: Transaction, ctx: Ctx, serviceId: number, shown: Shown[]): Promise<Remark[]> {
  const uses = shown.filter(({ known, toInterfaceId }) => known && toInterfaceId !== null);
  const warnings = await useWarnings(tx, ctx, uses.map(({ operationHidden, ...use }) => (operationHidden ? { ...use, operationKey: null } : use)));
  const asking = await unapproved(tx, serviceId, uses.flatMap(({ toInterfaceId }) => toInterfaceId ?? []));
  return uses.flatMap(({ toInterfaceId, words, pointer }, index) => {
    const warning = warnings[index];
    return [
      ...(warning ? [{ severity: "warning" as const, ...warning, pointer }] : []),
      ...(asking.has(toInterfaceId ?? 0) ? [{ severity: "warning" as const, code: "use-not-approved", message: `The owner of \`${words}\` wants to be asked before it is used, and has not approved this service.`, help: `Ask at ${askAccessUrl(words)}.`, pointer }] : []),
    ];
  });
}

function placed(read: ReadManifest, file: string, remarks: Remark[]): Diagnostic[] {
  return remarks.map((remark) => ({ ...remark, file, ...read.placeOf(remark.pointer) }));
}
