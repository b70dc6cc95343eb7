import type { Ctx } from "#lib/auth/context.ts";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import { decodeText } from "#lib/spec/text/decode-text.ts";
import { loadDocument } from "#lib/spec/text/loaded-document.ts";
import { isTree } from "#lib/spec/hide/prune-tree.ts";
import type { InterfaceRow, VersionRow } from "../versions/find-version.ts";
import { hiddenParts } from "./hidden-parts.ts";
import { hideInTree } from "./hide-in-tree.ts";
import { readTexts } from "./read-texts.ts";

type Place = { before: unknown; after: unknown; textBefore: string; textAfter: string };

/** Findings on a version without those on parts that the reader may not see, and those whose words name such a part. */
export async function seenDiagnostics(ctx: Ctx, subject: Pick<InterfaceRow, "id" | "ownerTeamId">, version: Pick<VersionRow, "id" | "source">, items: Diagnostic[]): Promise<Diagnostic[]> {
  const hiding = items.length === 0 ? null : await hiddenParts(ctx, subject);
  if (!hiding) return items;
  const files = await readTexts(ctx.db, version.id);
  // Most documents mark nothing: reading a large one into a tree to find that out would take a second.
  if (!hiding.byRule && !files.some(({ bytes }) => /x-internal|\\(?:u00|x)[2-7]/i.test(decodeText(bytes).text))) return items;
  const root = files[0]?.path;
  if (root === undefined) return items;
  const document = loadDocument(files, root);
  const places = new Map<string, Place | null>(files.map(({ path }) => [path, placeOf(document.tree(path))]));
  return items.filter((item) => {
    const place = places.get(item.file);
    return !place || (isLeft(place, item.pointer) && !namesHidden(place, `${item.message} ${item.help ?? ""}`));
  });

  function placeOf(before: unknown): Place | null {
    const { tree: after, hidden } = hideInTree(before, hiding?.isHidden ?? (() => false));
    return hidden ? { before, after, textBefore: JSON.stringify(before), textAfter: JSON.stringify(after) } : null;
  }
}

/** Whether what a JSON pointer leads to was left in. What it finds missing is missing in what was left in; of a list that got shorter nobody knows. */
function isLeft({ before, after }: Place, pointer: string): boolean {
  let [was, is] = [before, after];
  for (const name of pointer.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))) {
    if (Array.isArray(was)) {
      if (!Array.isArray(is) || was.length !== is.length) return false;
      [was, is] = [was[Number(name)], is[Number(name)]];
    } else {
      if (!isTree(was) || !(name in was)) return true;
      if (!isTree(is) || !(name in is)) return false;
      [was, is] = [was[name], is[name]];
    }
  }
  return true;
}

/** Whether a sentence quotes something that stands only in what was left out. */
function namesHidden({ textBefore, textAfter }: Place, sentence: string): boolean {
  const quoted = [...sentence.matchAll(/`([^`]+)`|"([^"]+)"/g)].map(([, code, words]) => JSON.stringify(code ?? words ?? "").slice(1, -1));
  return quoted.some((words) => textBefore.includes(words) && !textAfter.includes(words));
}
