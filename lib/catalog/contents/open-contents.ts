import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, ServiceError } from "#lib/errors.ts";
import { parseOffThread } from "#lib/parsing/parse-off-thread.ts";
import type { NormalizedSpec } from "#lib/spec/normalized-spec.ts";
import type { InterfaceRow, VersionRow } from "../versions/find-version.ts";
import { hiddenParts } from "./hidden-parts.ts";
import { keptOperations } from "./kept-operations.ts";
import { parsedContents } from "./parsed-contents.ts";
import { readTexts } from "./read-texts.ts";
import { storedContents } from "./stored-contents.ts";
import type { VersionContents } from "./version-contents.ts";
import { visibleContents } from "./visible-contents.ts";

/** What is inside a version, as far as the reader may see it. */
export async function openContents(ctx: Ctx, subject: Pick<InterfaceRow, "id" | "ownerTeamId">, version: VersionRow): Promise<VersionContents> {
  const contents = await openWhole(ctx, version);
  const hidden = await hiddenParts(ctx, subject);
  return hidden ? visibleContents(contents, hidden.isHidden) : contents;
}

/** All that is inside a version, whoever asks: to tell what is hidden, never to show it. */
export async function openWhole(ctx: Ctx, version: VersionRow): Promise<VersionContents> {
  return version.hasRows ? storedRows(ctx, version) : parsedContents(await readAgain(ctx, version));
}

function storedRows(ctx: Ctx, version: VersionRow): VersionContents {
  const contents = storedContents(ctx.db, version.id);
  return version.purgedAt === null ? keptOperations(ctx.db, version.id, contents) : contents;
}

// Somebody who reads an old version opens several of its pages.
const kept = new Map<number, NormalizedSpec>();
const keptMax = 4;

async function readAgain(ctx: Ctx, version: VersionRow): Promise<NormalizedSpec> {
  const known = kept.get(version.id);
  if (known) return known;
  const files = await readTexts(ctx.db, version.id);
  const root = files[0]?.path;
  if (root === undefined) throw new ServiceError("purged", 410, "The text of this version was purged.");
  const { parsed } = await parseOffThread(files, { root });
  if (!parsed.spec) throw new NotFoundError("version", version.sequence);
  kept.set(version.id, parsed.spec);
  for (const id of [...kept.keys()].slice(0, Math.max(0, kept.size - keptMax))) kept.delete(id);
  return parsed.spec;
}
