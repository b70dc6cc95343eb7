import { and, eq, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { operations } from "#db/schema/document/operations.ts";

export type DocumentDeprecation = {
  key: string;
  /** Whether something is known to use it by name. */
  used: boolean;
  deprecatedAt: Date;
  sunsetAt: Date | null;
};

const since = ["x-deprecated-at", "x-deprecated-since", "x-deprecation-date", "x-deprecation"];

/** The operations that a version marks as deprecated, with their dates: `x-deprecated-at` or the day of the version, and `x-sunset`. */
export async function deprecatedOperations(tx: Executor, at: { interfaceId: number; versionId: number; line: { name: string; isMain: boolean } }): Promise<DocumentDeprecation[]> {
  const { rows } = await tx.execute<{ key: string; sunset: string | null; extensions: Record<string, unknown> | null; published_at: string; used: boolean }>(sql`
    select o.key, o.sunset, o.detail -> 'extensions' as extensions, v.published_at,
      exists (select 1 from dependencies d where d.to_interface_id = ${at.interfaceId} and d.operation_key = o.key and d.dismissed_at is null and (d.line = ${at.line.name} or (d.line is null and ${at.line.isMain}))) as used
    from operations o join versions v on v.id = o.version_id where o.version_id = ${at.versionId} and o.deprecated order by o.ordinal`);
  return rows.map((row) => ({ key: row.key, used: row.used, ...deprecationDates(row.extensions ?? {}, row.sunset, new Date(row.published_at)) }));
}

/** When something is deprecated and gone, as members of a document say it. A sunset is never before the deprecation (RFC 9745, section 4). */
export function deprecationDates(members: Record<string, unknown>, sunset: string | null, published: Date): { deprecatedAt: Date; sunsetAt: Date | null } {
  const sunsetAt = sunset === null ? null : dayOf(sunset);
  const deprecatedAt = since.flatMap((name) => dayOf(members[name]) ?? [])[0] ?? published;
  return { deprecatedAt: sunsetAt !== null && sunsetAt < deprecatedAt ? sunsetAt : deprecatedAt, sunsetAt };
}

/** A date of a document: an ISO date or moment, an HTTP date, or seconds as the header writes them (`@1688169599`). */
export function dayOf(written: unknown): Date | null {
  const text = typeof written === "string" ? written.trim() : written instanceof Date ? written.toISOString() : null;
  if (text === null) return null;
  const seconds = /^@(\d{1,11})$/.exec(text)?.[1];
  const time = seconds === undefined ? (/\d{4}/.test(text) ? Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text) : Number.NaN) : Number(seconds) * 1000;
  return Number.isNaN(time) ? null : new Date(time);
}

/** Whether a version says that an operation is deprecated; `null` where it has no such operation. */
export async function saysDeprecated(tx: Executor, versionId: number, key: string): Promise<boolean | null> {
  const [row] = await tx.select({ deprecated: operations.deprecated }).from(operations).where(and(eq(operations.versionId, versionId), eq(operations.key, key)));
  return row?.deprecated ?? null;
}
