import { createHash } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { changes as changesTable } from "#db/schema/comparison/changes.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { impacts } from "#db/schema/comparison/impacts.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { BusyError, ServiceError } from "#lib/errors.ts";
import { TooBusyError } from "#lib/parsing/too-busy-error.ts";
import { fromVisitors } from "#lib/spec/hide/hiding.ts";
import type { HiddenParts } from "../contents/hidden-parts.ts";
import { readTexts } from "../contents/read-texts.ts";
import type { InterfaceRow, LineRow } from "../versions/find-version.ts";
import { type Compared, compareTexts, type Subject, type Texts } from "./compare/compare-texts.ts";

/** A comparison with everything in it, whoever may see it. `null` hides nothing. */
export type Opened = Pick<Compared, "problem" | "changes" | "hidden" | "impacts" | "sameContent">;

/** What was stored when the version was published, if it was compared with this very base. */
export async function readStored(ctx: Ctx, of: { versionId: number } | { proposalId: number }, baseVersionId?: number): Promise<(Opened & { id: number }) | null> {
  const [row] = await ctx.db.select().from(comparisons).where("versionId" in of ? eq(comparisons.versionId, of.versionId) : eq(comparisons.proposalId, of.proposalId));
  if (!row || row.state === "first" || (baseVersionId !== undefined && row.baseVersionId !== baseVersionId)) return null;
  const [found, touched] = await Promise.all([
    ctx.db.select().from(changesTable).where(and(eq(changesTable.comparisonId, row.id))).orderBy(asc(changesTable.ordinal)),
    ctx.db.select().from(impacts).where(eq(impacts.comparisonId, row.id)),
  ]);
  return {
    id: row.id,
    problem: row.problem,
    hidden: row.hasInternalParts,
    // What was found then asks for no other version.
    sameContent: row.advice?.bump === "none",
    changes: found.map(({ detail, comparisonId: _id, ordinal: _ordinal, ...change }) => ({ ...detail, ...change })),
    impacts: touched,
  };
}

type Between = { subject: Pick<InterfaceRow, "id" | "domainId">; line: Pick<LineRow, "id" | "name">; isMainLine: boolean };

// Whoever compares two versions opens several pages of the comparison. Not for long: levels and consumers change.
const kept = new Map<string, { running: Promise<Compared>; until: number }>();
const keptMax = 6;
const keptMs = 60_000;

/**
 * Compares any two versions now. Kept in memory for a minute.
 * @throws BusyError when too many documents are being read; ServiceError `purged` when a text is gone.
 */
export async function compareNow(ctx: Ctx, between: Between, base: number, revision: number, hidden: HiddenParts | null): Promise<Compared> {
  const hiding = hidden?.hiding ?? fromVisitors;
  const key = createHash("sha256").update(JSON.stringify([base, revision, hiding])).digest("hex");
  const known = kept.get(key);
  if (known && known.until > performance.now()) return known.running;
  const running = compareTextsOf(ctx, between, await Promise.all([readTexts(ctx.db, base), readTexts(ctx.db, revision)]), hiding);
  kept.delete(key);
  kept.set(key, { running, until: performance.now() + keptMs });
  running.catch(() => kept.delete(key));
  for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - keptMax))) kept.delete(old);
  return running;
}

async function compareTextsOf(ctx: Ctx, { subject, line, isMainLine }: Between, [before, after]: [Texts, Texts], hiding: HiddenParts["hiding"]): Promise<Compared> {
  if (before.length === 0 || after.length === 0) throw new ServiceError("purged", 410, "The text of one of the two versions was purged.");
  const of: Subject = { interfaceId: subject.id, domainId: subject.domainId, line: { name: line.name, isMain: isMainLine } };
  return orBusy(compareTexts(ctx.db, of, before, after, hiding));
}

/** @throws BusyError in place of the parsers' own error */
export async function orBusy<T>(running: Promise<T>): Promise<T> {
  try {
    return await running;
  } catch (cause) {
    if (cause instanceof TooBusyError) throw new BusyError("Too many documents are being read. Try again in a moment.");
    throw cause;
  }
}
