import { stem } from "./words.ts";

/** What a caller wants done, as the methods of HTTP and the directions of events divide it. */
export type Intent = "read" | "create" | "change" | "remove";

const verbs: Record<Intent, string> = {
  read: "get list read fetch retrieve show find search look lookup see view display check query browse tell know learn inspect download count watch track compare describe detect identify validate verify calculate estimate",
  create: "create add new make register insert post submit launch start open place book order send upload publish generate issue invite schedule request write raise build begin buy pay join sign subscribe attach assign import give grant put extract convert translate",
  change: "update edit change modify set rename replace turn switch adjust correct put patch alter enable disable move mark approve reject assign activate extend raise lower",
  remove: "delete remove cancel drop revoke destroy erase unlink detach clear discard unsubscribe withdraw terminate stop end abort undo dismiss leave kill",
};

const byStem = new Map<string, Intent[]>();
for (const [intent, words] of Object.entries(verbs) as [Intent, string][]) {
  for (const word of words.split(" ")) byStem.set(stem(word), [...(byStem.get(stem(word)) ?? []), intent]);
}

const questions = new Set("who what which when where why how is are was were does do did has have can could should will".split(" "));

/** What a verb asks for, by its stem; none for a word that is no verb of this list. */
export function intentsOfVerb(stemmed: string): readonly Intent[] {
  return byStem.get(stemmed) ?? [];
}

/** A question wants to know. */
export function isQuestion(words: string[]): boolean {
  return words.length > 2 && questions.has(words[0] ?? "");
}

/** What a method is for. POST also carries out whatever no other method is for. */
export function intentsOfMethod(method: string): readonly Intent[] {
  return byMethod[method.toUpperCase()] ?? [];
}
const byMethod: Record<string, Intent[]> = { GET: ["read"], HEAD: ["read"], QUERY: ["read"], POST: ["create"], PUT: ["change", "create"], PATCH: ["change"], DELETE: ["remove"] };
