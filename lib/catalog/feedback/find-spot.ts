import { and, eq, isNotNull } from "drizzle-orm";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import type { Place } from "#db/schema/feedback/words.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { matchesPart, type Part } from "#lib/spec/hide/hiding.ts";
import { getComparison } from "../comparisons/get-comparison.ts";
import { hiddenParts } from "../contents/hidden-parts.ts";
import { readChangeKey } from "../urls/discussion-url.ts";
import { findInterface, type InterfaceRow } from "../versions/find-version.ts";
import { getMessage } from "../parts/get-message.ts";
import { getOperation } from "../parts/get-operation.ts";
import type { SpotInput } from "./spot-input.ts";

export type FoundSpot = {
  subject: InterfaceRow;
  place: Place;
  key: string;
  /** What it is called; empty for the interface itself. */
  label: string;
  /** The slug of the team that answers for this part. */
  owner: string | null;
  /** Not everyone who may see the interface sees this part of it. */
  narrowed: boolean;
};

/** What feedback is about, as far as the reader may see it. @throws NotFoundError also for what they may not see */
export async function findSpot(ctx: Ctx, slug: string, { operation, message, change }: SpotInput): Promise<FoundSpot> {
  const subject = await findInterface(ctx, slug);
  if (operation) {
    const found = await getOperation({ ctx, input: { slug, key: operation } });
    const part: Part = { operation: found.operation.key, path: found.operation.address, tags: found.operation.tags, internal: found.operation.internal };
    return { subject, place: "operation", key: found.operation.key, label: found.operation.display, owner: found.owner?.slug ?? null, narrowed: await isNarrowed(ctx, subject.id, part) };
  }
  if (message) {
    const found = await getMessage({ ctx, input: { slug, id: message } });
    // A message is narrowed by a rule for it, or together with the operations that carry it: any rule counts.
    return { subject, place: "message", key: found.message.name, label: found.message.title ?? found.message.name, owner: null, narrowed: await isNarrowed(ctx, subject.id, null) };
  }
  if (change) return findChange(ctx, subject, change);
  return { subject, place: "interface", key: "", label: "", owner: null, narrowed: false };
}

async function findChange(ctx: Ctx, subject: InterfaceRow, key: string): Promise<FoundSpot> {
  const at = readChangeKey(key);
  // Whoever a rule keeps something from is shown another comparison, in which changes are numbered otherwise.
  const hidden = await hiddenParts(ctx, subject);
  if (!at || hidden?.byRule) throw new NotFoundError("change", key);
  const { changes } = await getComparison({ ctx, input: { slug: subject.slug, line: at.line, from: at.from, to: at.to } });
  const found = changes.find(({ ordinal }) => ordinal === at.change);
  if (!found) throw new NotFoundError("change", key);
  return { subject, place: "change", key, label: found.message, owner: null, narrowed: await isNarrowed(ctx, subject.id, null) };
}

/** Whether a rule keeps this part from some readers of the interface; without a part, whether any rule keeps anything. */
async function isNarrowed(ctx: Ctx, interfaceId: number, part: Part | null): Promise<boolean> {
  const rules = await ctx.db.select({ part: partRules.part, pattern: partRules.pattern }).from(partRules).where(and(eq(partRules.interfaceId, interfaceId), isNotNull(partRules.visibility)));
  return rules.some((rule) => part === null || matchesPart(rule, part));
}
