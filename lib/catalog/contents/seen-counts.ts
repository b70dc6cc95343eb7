import type { Ctx } from "#lib/auth/context.ts";
import type { InterfaceRow, VersionRow } from "../versions/find-version.ts";
import { hiddenCounts } from "./hidden-counts.ts";
import { hiddenParts } from "./hidden-parts.ts";
import { openWhole } from "./open-contents.ts";
import { withInternalParts } from "./seen-version-counts.ts";
import type { VersionContents } from "./version-contents.ts";
import { visibleContents } from "./visible-contents.ts";

type Counted = Pick<VersionRow, "operationCount" | "messageCount" | "schemaCount">;
type Facts = { tags?: { name: string }[]; securitySchemes?: { name: string }[] };

/**
 * How much of a version the reader sees, and what the document says of itself without tags and security schemes that only
 * hidden operations have. A version without rows is read again where it is known that something in it is hidden.
 */
export async function seenCounts<F extends Facts>(ctx: Ctx, subject: Pick<InterfaceRow, "id" | "ownerTeamId">, version: VersionRow, facts: F | undefined): Promise<{ counts: Partial<Counted>; facts: F | undefined }> {
  const hidden = version.purgedAt === null ? await hiddenParts(ctx, subject) : null;
  if (!hidden || (!version.hasRows && !hidden.byRule && !(await withInternalParts(ctx.db, [version.id])).has(version.id))) return { counts: {}, facts };
  const whole = await openWhole(ctx, version);
  const seen = visibleContents(whole, hidden.isHidden);
  const operations = await seen.listOperations();
  if (!hidden.byRule && version.hasRows && operations.length === (await whole.listOperations()).length && !(await hidesMessages(ctx, subject, version))) return { counts: {}, facts };
  const counts = { operationCount: operations.length, messageCount: (await seen.listMessages()).length, schemaCount: (await seen.listSchemas()).length };
  const tagsOf = async (contents: VersionContents) => [...(await contents.listOperations()), ...(await contents.listMessages()), ...(await contents.listChannels())].flatMap(({ tags }) => tags);
  const closedTags = without(await tagsOf(whole), await tagsOf(seen));
  const keys = new Set(operations.map(({ key }) => key));
  const security = await whole.listSecurity();
  const closedSchemes = without(security.flatMap(({ schemes }) => schemes), security.filter(({ key }) => keys.has(key)).flatMap(({ schemes }) => schemes));
  const tags = facts?.tags?.filter(({ name }) => !closedTags.has(name) && !hidden.isHidden({ tags: [name], internal: false }));
  const securitySchemes = facts?.securitySchemes?.filter(({ name }) => !closedSchemes.has(name));
  return { counts, facts: facts && { ...facts, ...(tags ? { tags } : {}), ...(securitySchemes ? { securitySchemes } : {}) } };
}

/** Whether it has messages that are marked, by an index: reading them all would take longer than the page. */
async function hidesMessages(ctx: Ctx, subject: { id: number }, version: VersionRow): Promise<boolean> {
  return version.messageCount > 0 && (await hiddenCounts(ctx.db, ctx.scope, [{ interfaceId: subject.id, versionId: version.id }])).size > 0;
}

/** What is among all and not among these. */
function without(all: string[], these: string[]): ReadonlySet<string> {
  const left = new Set(these);
  return new Set(all.filter((name) => !left.has(name)));
}
