import type { Change, Level } from "../spec/diff/change.ts";
import { applyLevels } from "../spec/diff/apply-levels.ts";
import { diffSpecs } from "../spec/diff/diff-specs.ts";
import { locateChanges } from "../spec/diff/locate-changes.ts";
import { findRule } from "../spec/diff/rules/list-rules.ts";
import { withoutHidden } from "../spec/hide/without-hidden.ts";
import { findImpact } from "../spec/impact/find-impact.ts";
import type { Use } from "../spec/impact/use.ts";
import type { Limits } from "../spec/limits.ts";
import type { NormalizedSpec } from "../spec/normalized-spec.ts";
import { type OpenedSpec, openSpec } from "../spec/parse-spec.ts";
import type { SpecFile } from "../spec/spec-file.ts";
import { decodeText } from "../spec/text/decode-text.ts";
import { sameContent } from "../spec/text/same-content.ts";
import { type Audience, type ComparedChange, type ComparedDocuments, type CompareWith, type ConsumerEffects, incomparable } from "./compared-documents.ts";

type Readable = OpenedSpec & { spec: NormalizedSpec };

/**
 * Reads two documents and says what changed, with lines, for those who see everything and for those who do not, and
 * whom of the consumers it touches. Here and now, without a limit on time: a server uses `compareOffThread`.
 */
export async function compareDocuments(files: SpecFile[], options: { root?: string; limits?: Limits }, against: CompareWith): Promise<ComparedDocuments> {
  // Whether they keep to their specification was found when they were published, or is found beside this.
  const base = await openSpec(against.base.files, { root: against.base.root, limits: options.limits, validate: false });
  const revision = await openSpec(files, { ...options, validate: false });
  if (!isReadable(base)) return incomparable("The version before cannot be understood any more, so there is nothing to compare with.");
  if (!isReadable(revision)) return incomparable("The document cannot be understood, so it cannot be compared.");

  const marked = against.hiding.rules.length > 0 || [...against.base.files, ...files].some(({ bytes }) => mayMark(bytes));
  const changes = compare(base, revision, against, marked);
  return {
    problem: null,
    changes: changes.list,
    hidden: changes.hidden,
    consumers: against.uses.map((uses) => effectsOn(base.spec, changes.list, uses)),
    labels: { base: base.spec.label, revision: revision.spec.label },
    sameContent: changes.list.length === 0 && sameContent(against.base, { files, root: options.root }),
    displays: displaysOf([base.spec, revision.spec], against.uses),
  };
}

function displaysOf(specs: NormalizedSpec[], uses: CompareWith["uses"]): Record<string, string> {
  const used = new Set(uses.flatMap((all) => (all ?? []).map(({ operation }) => operation)));
  return Object.fromEntries(specs.flatMap(({ operations }) => operations.filter(({ key }) => used.has(key)).map(({ key, display }) => [key, display])));
}

function isReadable(opened: OpenedSpec): opened is Readable {
  return opened.spec !== null;
}

/** Compared as they are, and as those read them from whom parts are hidden: what is only in one of the two has its own audience. */
function compare(base: Readable, revision: Readable, { hiding, levels, asOf }: CompareWith, marked: boolean): { list: ComparedChange[]; hidden: boolean } {
  const judged = (before: NormalizedSpec, after: NormalizedSpec) => locateChanges(applyLevels(diffSpecs(before, after, { asOf }), levels), { base, revision }).changes;
  const all = judged(base.spec, revision.spec);
  if (!marked) return { list: all.map((change) => kept(change, "all", levels)), hidden: false };
  const [before, after] = [withoutHidden(base.spec, hiding), withoutHidden(revision.spec, hiding)];
  const hidden = before.hidden || after.hidden;
  if (!hidden) return { list: all.map((change) => kept(change, "all", levels)), hidden };
  const shown = judged(before.spec, after.spec);
  const [keys, shownKeys] = [new Set(all.map(keyOf)), new Set(shown.map(keyOf))];
  return {
    list: [
      ...all.map((change) => kept(change, shownKeys.has(keyOf(change)) ? "all" : "insiders", levels)),
      ...shown.filter((change) => !keys.has(keyOf(change))).map((change) => kept(change, "visitors", levels)),
    ],
    hidden,
  };
}

/** Most documents mark nothing as internal, with or without escapes: copying a large one to find that out would take a second. */
function mayMark(bytes: Uint8Array): boolean {
  return /x-internal|\\(?:u00|x)[2-7]/i.test(decodeText(bytes).text);
}

function kept(change: Change, audience: Audience, levels: Record<string, Level>): ComparedChange {
  const own = Object.hasOwn(levels, change.rule) ? (findRule(change.rule)?.level ?? null) : null;
  return { ...change, audience, levelOfRule: own === change.level ? null : own };
}

function keyOf({ rule, level, operation, message, base, revision, fields }: Change): string {
  return JSON.stringify([rule, level, operation, message, base?.file, base?.pointer, revision?.file, revision?.pointer, fields]);
}

function effectsOn(base: NormalizedSpec, changes: ComparedChange[], uses: Use[] | null): ConsumerEffects {
  const numbered = changes.map((change, index) => ({ ...change, ordinal: index + 1 }));
  const { verdict, changes: caused } = findImpact(base, numbered, uses);
  const touched = caused as ((typeof numbered)[number] & { effect: "broken" | "at risk" })[];
  return { known: verdict !== "unknown", effects: touched.map(({ ordinal, effect }) => [ordinal, effect]) };
}
