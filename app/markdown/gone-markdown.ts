import type { Ctx } from "#lib/auth/context.ts";
import { findGonePart } from "#lib/catalog/parts/last-seen/find-gone-part.ts";
import { lastSeenWords, pinOf, versionWords } from "#lib/catalog/parts/gone-words.ts";
import { partUrl } from "#lib/catalog/urls/part-url.ts";
import { NotFoundError } from "#lib/errors.ts";
import { codeMarkdown } from "#lib/spec/markdown/safe-markdown.ts";
import { partOfPath } from "../interfaces/[slug]/part-of-path.ts";
import { link } from "./markdown-of.ts";

/** Instead of the Markdown of a part that a version lacks: which one has it, and what is like it; `null` for another address, or where there is nothing to say. */
export async function goneMarkdown(ctx: Ctx, address: string): Promise<string | null> {
  const asked = partOfPath(address);
  const gone = asked && (await findGonePart({ ctx, input: { ...asked.place, kind: asked.kind, id: asked.id } }).catch(nullIfNotFound));
  if (!asked || !gone) return null;
  const { kind, place } = asked;
  const { last, movedTo, near, version, slug } = gone;
  const linkTo = (entry: { key: string; name: string }, pin: { line: string | null; version: number | null }) => `[${codeMarkdown(entry.name)}](${link(partUrl(kind, { slug, ...pin }, entry.key))})`;
  return [
    `# ${codeMarkdown(gone.name)}`,
    `Not in ${versionWords(version)}${version.isCurrent ? ", the current one" : ""}.`,
    last ? `${lastSeenWords(last, version.line)} Read it there: ${linkTo(last.found, pinOf(last))}.` : "No other version that was looked at has it.",
    movedTo ? `It was declared moved to ${linkTo(movedTo.found, pinOf(movedTo))}, which ${versionWords(movedTo, version.line)} has.` : "",
    near.length > 0 ? `## Most like it in this version\n\n${near.map((entry) => `- ${linkTo(entry, place)}`).join("\n")}` : "",
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function nullIfNotFound(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}
