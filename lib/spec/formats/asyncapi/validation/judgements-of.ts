import type { LoadedDocument } from "../../../text/loaded-document.ts";
import { checkStructure } from "./document-rules.ts";
import { expandedSize } from "./expanded-size.ts";
import type { Judgement } from "./judge.ts";
import { judgeDocument } from "./judge.ts";
import { withoutEchoes } from "./without-echoes.ts";

// Beyond this many nodes the library takes longer than a reader waits: about a tenth of a millisecond for each.
const judgedNodesMax = 100_000;

/**
 * What the library says of a document, `root` being its root as the library is to see it. Where it would take too long,
 * or fails itself, only its schema of the document's structure is applied: `partly` then says why.
 */
export async function judgementsOf(doc: LoadedDocument, root: Record<string, unknown>, version: string): Promise<{ judgements: Judgement[]; partly: string | null }> {
  const structure = async (partly: string) => ({ judgements: withoutEchoes(await judgeStructure(doc, root, version)), partly });
  if (expandedSize(doc, judgedNodesMax) >= judgedNodesMax) {
    return structure(`With its references followed the document has more than ${judgedNodesMax} parts`);
  }
  const judgements = await judgeDocument(doc, root);
  const failure = judgements.find(({ code }) => code === "uncaught-error");
  if (failure === undefined) return { judgements: withoutEchoes(judgements), partly: null };
  return structure(`The library that judges AsyncAPI documents fails on this one (${reasonOf(failure.message)})`);
}

async function judgeStructure(doc: LoadedDocument, root: Record<string, unknown>, version: string): Promise<Judgement[]> {
  const results = await checkStructure(root, version);
  return results.map(({ message, path }) => ({ code: "asyncapi-document-resolved", message, severity: 0, file: doc.root, path: (path ?? []).map(String) }));
}

/** `TypeError, message: x is not a function, stack: …` without the stack. */
function reasonOf(message: string): string {
  return (/message: (.*?), stack:/s.exec(message)?.[1] ?? message.split("\n")[0] ?? "").slice(0, 200);
}
