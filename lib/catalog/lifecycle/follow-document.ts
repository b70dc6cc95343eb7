import { and, desc, eq, lt } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { type Lifecycle, lifecycles } from "#db/schema/catalog/words.ts";
import { versions } from "#db/schema/document/versions.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { sunsetOf } from "#lib/spec/sunset.ts";
import { mainLineName } from "../comparisons/compare/main-line.ts";
import { lifecyclesAfter } from "./lifecycle-words.ts";
import { closeMigration, findOpen, lockMigrations, openMigration } from "../migrations/open-migration.ts";
import { loadSubject } from "../migrations/subject.ts";
import { stageOf, storeStage } from "./change-lifecycle.ts";
import { deprecationDates } from "./document-deprecations.ts";

/**
 * What a document says of its own life, in `info` or at its top: `x-lifecycle` with one of our words, or `x-deprecated:
 * true`, with `x-deprecated-at`, `x-sunset` and `x-successor` (a slug). It counts when it says another thing than the
 * version before, so that what was said on the page since then stays. Retiring is never a document's word alone.
 */
export async function followDocument(tx: Transaction, ctx: Ctx, at: { interfaceId: number; slug: string; lineId: number; versionId: number; sequence: number; extensions: Record<string, unknown>; publishedAt: Date }): Promise<void> {
  const main = await mainLineName(tx, at.interfaceId);
  const said = wordsOf(at.extensions);
  const before = wordsOf(await extensionsBefore(tx, at));
  if (said !== null && JSON.stringify(said) !== JSON.stringify(before)) await apply(tx, ctx, at, said);
  // A new main line gives the interface its stage.
  const [line] = await tx.select({ lifecycle: lines.lifecycle }).from(lines).where(and(eq(lines.interfaceId, at.interfaceId), eq(lines.name, main)));
  if (line?.lifecycle && line.lifecycle !== "retired") await tx.update(interfaces).set({ lifecycle: line.lifecycle }).where(eq(interfaces.id, at.interfaceId));
}

type Said = { lifecycle: Lifecycle; members: Record<string, unknown> };
const dated = ["x-deprecated-at", "x-deprecated-since", "x-deprecation-date", "x-deprecation", "x-sunset", "x-sunset-date", "x-sunset-at", "x-successor"];

function wordsOf(extensions: Record<string, unknown> | null): Said | null {
  if (extensions === null) return null;
  const word = String(extensions["x-lifecycle"] ?? extensions["x-api-lifecycle"] ?? "").toLowerCase();
  const lifecycle = lifecycles.find((one) => one === word) ?? (extensions["x-deprecated"] === true ? "deprecated" : null);
  if (lifecycle === null) return null;
  return { lifecycle, members: lifecycle === "deprecated" ? Object.fromEntries(dated.flatMap((name) => (name in extensions ? [[name, extensions[name]]] : []))) : {} };
}

async function extensionsBefore(tx: Transaction, { lineId, sequence }: { lineId: number; sequence: number }): Promise<Record<string, unknown> | null> {
  const [row] = await tx.select({ facts: versions.facts }).from(versions).where(and(eq(versions.lineId, lineId), lt(versions.sequence, sequence))).orderBy(desc(versions.sequence)).limit(1);
  return ((row?.facts as { extensions?: Record<string, unknown> } | null)?.extensions ?? null);
}

async function apply(tx: Transaction, ctx: Ctx, at: { interfaceId: number; slug: string; lineId: number; sequence: number; publishedAt: Date }, { lifecycle, members }: Said): Promise<void> {
  await lockMigrations(tx, at.interfaceId);
  const from = await stageOf(tx, at.interfaceId, at.lineId);
  const isFirst = at.sequence === 1;
  if (lifecycle === "retired" || from === "retired" || (!isFirst && from !== lifecycle && !lifecyclesAfter(from).includes(lifecycle))) return;
  const about = await loadSubject(tx, { lineId: at.lineId, operationKey: null });
  const open = await findOpen(tx, at.lineId, null);
  if (lifecycle === "deprecated") {
    const { successorInterfaceId = null, successorLine = null, successorOperation = null, guide = null } = open ?? {};
    const named = await successorOf(tx, ctx, members["x-successor"], at.interfaceId);
    await openMigration(tx, ctx, about, { operationKey: null, source: "document", ...deprecationDates(members, sunsetOf(members), at.publishedAt), successorInterfaceId: named ?? successorInterfaceId, successorLine, successorOperation, guide });
  } else if (open) await closeMigration(tx, ctx, open, about, "withdrawn");
  if (from === lifecycle) return;
  await storeStage(tx, about, lifecycle);
  await recordAudit(tx, ctx, { action: "interface.lifecycle", subject: "interface", subjectId: at.interfaceId, subjectName: at.slug, detail: { line: about.line.name, from, to: lifecycle, by: "document" } });
}

async function successorOf(tx: Transaction, ctx: Ctx, slug: unknown, interfaceId: number): Promise<number | null> {
  if (typeof slug !== "string") return null;
  const [row] = await tx.select({ id: interfaces.id }).from(interfaceSlugs).innerJoin(interfaces, eq(interfaces.id, interfaceSlugs.interfaceId)).where(and(eq(interfaceSlugs.slug, slug), visibleInterfaces(ctx.scope)));
  return row && row.id !== interfaceId ? row.id : null;
}
