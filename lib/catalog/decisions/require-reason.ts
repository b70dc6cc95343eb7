import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, ServiceError } from "#lib/errors.ts";
import type { PreparedDocument } from "#lib/parsing/prepare-document.ts";
import { readTexts } from "../contents/read-texts.ts";
import { findVersion } from "../versions/find-version.ts";
import { findTargetOf } from "../publish/preview-target.ts";
import type { PublishOptions } from "../publish/publish-spec-input.ts";
import { textsOf } from "../comparisons/check-spec.ts";
import { compareTexts } from "../comparisons/compare/compare-texts.ts";
import { mainLineName } from "../comparisons/compare/main-line.ts";
import { orBusy } from "../comparisons/open-comparison.ts";
import { tallyOf } from "../comparisons/tally.ts";

/**
 * Refuses a breaking version that a person publishes by hand without saying why. What comes from a commit is never
 * refused: it is live already, and the catalog must not lie about that.
 * @throws ServiceError `reason-missing`
 */
export async function requireReason(ctx: Ctx, documents: { document: PreparedDocument; options: PublishOptions }[]): Promise<void> {
  if (ctx.actor.kind !== "person") return;
  for (const { document, options } of documents) {
    if (options.reason || options.commit || !document.spec) continue;
    const { title, label } = document.spec;
    const target = await findTargetOf(ctx, options, { title, label, contentHash: document.contentHash });
    const base = target.kind === "next" ? await findVersion(ctx, { slug: target.slug, line: target.line }).catch(orNone) : null;
    // Whoever may not publish here is refused for that, and learns nothing of what it would break.
    if (!base || !may(ctx, "interface.publish", { interfaceId: base.subject.id, ownerTeamId: base.subject.ownerTeamId })) continue;
    const before = await readTexts(ctx.db, base.version.id);
    if (before.length === 0) continue;
    const isMain = base.line.name === (await mainLineName(ctx.db, base.subject.id));
    const subject = { interfaceId: base.subject.id, domainId: base.subject.domainId, line: { name: base.line.name, isMain } };
    const { breaking } = tallyOf((await orBusy(compareTexts(ctx.db, subject, before, textsOf(document.blobs)))).changes);
    if (breaking > 0) throw new ServiceError("reason-missing", 409, `This version of ${base.subject.slug} breaks ${breaking === 1 ? "one thing" : `${breaking} things`} that clients rely on. Say why it is published all the same (\`reason\`).`, { fields: { reason: "needed for a breaking version" } });
  }
}

function orNone(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}
