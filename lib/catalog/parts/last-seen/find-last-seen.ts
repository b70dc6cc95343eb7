import { and, desc, eq, inArray, isNull, ne, sum } from "drizzle-orm";
import { changes } from "#db/schema/comparison/changes.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { blobs } from "#db/schema/document/blobs.ts";
import { versionFiles } from "#db/schema/document/version-files.ts";
import { versions } from "#db/schema/document/versions.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ServiceError } from "#lib/errors.ts";
import { openContents } from "../../contents/open-contents.ts";
import { readTexts } from "../../contents/read-texts.ts";
import type { VersionContents } from "../../contents/version-contents.ts";
import { type FoundVersion, type LineRow, versionColumns, type VersionRow } from "../../versions/find-version.ts";
import { mentions } from "./mentions.ts";

/** What is looked for: `names` stand in the text of a document that has it, `operation` is its key if it is one. */
export type Wanted<T> = { names: string[]; operation: string | null; find(contents: VersionContents): Promise<T | null> };

/** The newest version of a line that has it. */
export type LastSeen<T> = { line: string; sequence: number; label: string; isCurrent: boolean; found: T };

// Somebody waits for the page: what lies further back is not told.
const limits = { versions: 24, textBytes: 64 * 1024 * 1024, readings: 3 };
const removals = ["operation-removed", "operation-removed-after-sunset", "event-no-longer-received", "event-no-longer-sent"];

/**
 * Where a part was that the version of an address lacks: the newest version of its line that the reader may see it in,
 * else the current version of another line, else the newest before that. `null` where none is found nearby.
 * Versions that have rows are asked; of others those are read whose text mentions it, a few at most.
 */
export async function findLastSeen<T>(ctx: Ctx, { subject, line, lines, version }: FoundVersion, wanted: Wanted<T>): Promise<LastSeen<T> | null> {
  let readings = limits.readings;
  const others = lines.filter((candidate) => candidate.id !== line.id);
  return (await onLine(line)) ?? (await first(others, currentOf)) ?? first(others, onLine);

  async function onLine(candidate: LineRow): Promise<LastSeen<T> | null> {
    const recent = await recentVersions(ctx, candidate, version.id);
    const told = wanted.operation === null ? null : await lastBeforeRemoval(ctx, candidate, wanted.operation);
    const rows = told === null ? recent : [...recent.filter((row) => row.hasRows && row.sequence > told.sequence), told];
    return first(rows, (row) => seenIn(candidate, row));
  }

  async function currentOf(candidate: LineRow): Promise<LastSeen<T> | null> {
    const [row] = await ctx.db.select(versionColumns).from(versions).where(and(eq(versions.id, candidate.currentVersionId ?? 0), isNull(versions.purgedAt)));
    return row ? seenIn(candidate, row) : null;
  }

  async function seenIn(candidate: LineRow, row: VersionRow): Promise<LastSeen<T> | null> {
    if (!row.hasRows && (readings === 0 || !(await mayHold(ctx, row, wanted.names)) || readings-- === 0)) return null;
    const found = await openOrNull(row);
    return found && { line: candidate.name, sequence: row.sequence, label: row.label, isCurrent: candidate.currentVersionId === row.id, found };
  }

  /** What cannot be read now, or is gone meanwhile, is passed over. */
  async function openOrNull(row: VersionRow): Promise<T | null> {
    try {
      return await wanted.find(await openContents(ctx, subject, row));
    } catch (error) {
      if (error instanceof ServiceError) return null;
      throw error;
    }
  }
}

/** Newest first, without purged ones, as many as may be looked through. */
async function recentVersions(ctx: Ctx, line: LineRow, without: number): Promise<VersionRow[]> {
  const rows = await ctx.db
    .select(versionColumns)
    .from(versions)
    .where(and(eq(versions.lineId, line.id), ne(versions.id, without), isNull(versions.purgedAt)))
    .orderBy(desc(versions.sequence))
    .limit(limits.versions);
  if (rows.length === 0) return [];
  const sizes = await ctx.db
    .select({ id: versionFiles.versionId, bytes: sum(blobs.size).mapWith(Number) })
    .from(versionFiles)
    .innerJoin(blobs, eq(blobs.sha256, versionFiles.sha256))
    .where(inArray(versionFiles.versionId, rows.map((row) => row.id)))
    .groupBy(versionFiles.versionId);
  const bytesOf = new Map(sizes.map(({ id, bytes }) => [id, bytes]));
  let bytes = 0;
  return rows.filter((row) => row.hasRows || (bytes += bytesOf.get(row.id) ?? 0) <= limits.textBytes);
}

/** The version before the last one that is on record as having taken the operation away. */
async function lastBeforeRemoval(ctx: Ctx, line: LineRow, key: string): Promise<VersionRow | null> {
  const [removal] = await ctx.db
    .select({ baseId: comparisons.baseVersionId })
    .from(versions)
    .innerJoin(comparisons, eq(comparisons.versionId, versions.id))
    .innerJoin(changes, eq(changes.comparisonId, comparisons.id))
    .where(and(eq(versions.lineId, line.id), eq(changes.operation, key), inArray(changes.rule, removals)))
    .orderBy(desc(versions.sequence))
    .limit(1);
  if (!removal?.baseId) return null;
  const [row] = await ctx.db.select(versionColumns).from(versions).where(and(eq(versions.id, removal.baseId), isNull(versions.purgedAt)));
  return row ?? null;
}

async function mayHold(ctx: Ctx, row: VersionRow, names: string[]): Promise<boolean> {
  const files = await readTexts(ctx.db, row.id);
  // Letters beyond ASCII may be written in several ways, and no name is looked for by them.
  return mentions(files.map(({ bytes }) => Buffer.from(bytes).toString("latin1")).join("\n"), names);
}

async function first<A, B>(all: readonly A[], look: (one: A) => Promise<B | null>): Promise<B | null> {
  for (const one of all) {
    const found = await look(one);
    if (found !== null) return found;
  }
  return null;
}
