import type { Ctx } from "#lib/auth/context.ts";
import type { InterfaceRow, VersionRow } from "../versions/find-version.ts";
import { hiddenParts } from "./hidden-parts.ts";
import { openContents } from "./open-contents.ts";

type Counted = Pick<VersionRow, "operationCount" | "messageCount" | "schemaCount">;

/**
 * How much of a version the reader sees, and what the document says of itself without tags that only hidden operations
 * have. Versions whose rows are not kept count as they were published.
 */
export async function seenCounts<F extends { tags?: { name: string }[] }>(ctx: Ctx, subject: Pick<InterfaceRow, "id" | "ownerTeamId">, version: VersionRow, facts: F | undefined): Promise<{ counts: Partial<Counted>; facts: F | undefined }> {
  const hidden = version.hasRows ? await hiddenParts(ctx, subject) : null;
  if (!hidden) return { counts: {}, facts };
  const contents = await openContents(ctx, subject, version);
  const operations = await contents.listOperations();
  const tags = facts?.tags?.filter(({ name }) => !hidden.isHidden({ tags: [name], internal: false }));
  const shown = facts && tags ? { ...facts, tags } : facts;
  if (!hidden.byRule && operations.length === version.operationCount) return { counts: {}, facts: shown };
  const [messages, schemas] = [await contents.listMessages(), await contents.listSchemas()];
  return { counts: { operationCount: operations.length, messageCount: messages.length, schemaCount: schemas.length }, facts: shown };
}
