import { stringify } from "yaml";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, ServiceError } from "#lib/errors.ts";
import { decodeText } from "#lib/spec/text/decode-text.ts";
import { loadDocument } from "#lib/spec/text/loaded-document.ts";
import { hiddenParts } from "../contents/hidden-parts.ts";
import { hideInTree } from "../contents/hide-in-tree.ts";
import { readTexts } from "../contents/read-texts.ts";
import { findVersion, type VersionAddress } from "./find-version.ts";

export type SourceFile = { path: string; mediaType: string; bytes: Uint8Array; /** Parts were left out, so it is not the text as published. */ filtered: boolean };

/** A file of a version as it was published, the root without `file`; without the parts that the reader may not see. */
export async function readSource({ ctx, input }: { ctx: Ctx; input: VersionAddress & { file?: string } }): Promise<SourceFile> {
  const { subject, version } = await findVersion(ctx, input);
  const files = await readTexts(ctx.db, version.id);
  if (files.length === 0) throw new ServiceError("purged", 410, "The text of this version was purged.");
  const file = input.file ? files.find((candidate) => candidate.path === input.file) : files[0];
  if (!file) throw new NotFoundError("file", input.file ?? version.source);
  const isJson = /^\s*[{[]/.test(Buffer.from(file.bytes.subarray(0, 200)).toString().replace(/^\ufeff/, ""));
  const mediaType = isJson ? "application/json" : "application/yaml";

  const asPublished = { path: file.path, mediaType, bytes: file.bytes, filtered: false };
  const hiding = await hiddenParts(ctx, subject);
  if (!hiding) return asPublished;
  // Most documents mark nothing, with or without escapes: reading a large one into a tree to find that out would take a second.
  if (!hiding.byRule && !/x-internal|\\(?:u00|x)[2-7]/i.test(decodeText(file.bytes).text)) return asPublished;
  const { tree, hidden } = hideInTree(loadDocument(files, file.path).tree(file.path), hiding.isHidden);
  if (!hidden) return asPublished;
  return { path: file.path, mediaType, bytes: new TextEncoder().encode(isJson ? JSON.stringify(tree, null, 2) : stringify(tree)), filtered: true };
}
