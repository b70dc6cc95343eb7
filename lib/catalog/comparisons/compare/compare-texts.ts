import type { Executor } from "#db/client.ts";
import { compareOffThread } from "#lib/parsing/parse-off-thread.ts";
import type { ComparedChange } from "#lib/parsing/compared-documents.ts";
import type { Effects } from "#db/schema/comparison/impacts.ts";
import { fromVisitors, type Hiding } from "#lib/spec/hide/hiding.ts";
import type { SpecFile } from "#lib/spec/spec-file.ts";
import { uploadLimits } from "../../publish/read-documents.ts";
import { type Consumer, isKnown, judgedUses, loadConsumers } from "../impact/load-consumers.ts";
import { type UsesBefore, withUsesBefore } from "../impact/uses-before.ts";
import { loadLevels } from "../../decisions/load-levels.ts";

export type Subject = { interfaceId: number; domainId: number | null; line: { name: string; isMain: boolean }; /** Uses that ended with the revision, where it is published already. */ before?: UsesBefore };
/** Root first. */
export type Texts = SpecFile[];

export type Compared = {
  problem: string | null;
  changes: (ComparedChange & { levelReason: string | null })[];
  hidden: boolean;
  impacts: (Consumer & { known: boolean; effects: Effects })[];
  labels: { base: string; revision: string };
  /** Both hold the same values, only spelled otherwise: no change at all. */
  sameContent: boolean;
};

/**
 * Two texts of an interface compared in a process of their own, with the levels and the consumers that count today.
 * `hiding`: whose view is kept apart, a visitor's unless said. Throws `TooBusyError` when too many documents wait.
 */
export async function compareTexts(db: Executor, subject: Subject, base: Texts, revision: Texts, hiding: Hiding = fromVisitors): Promise<Compared> {
  const [levels, known] = await Promise.all([loadLevels(db, subject.domainId), loadConsumers(db, { ...subject.line, interfaceId: subject.interfaceId })]);
  const consumers = await withUsesBefore(db, known, subject.before ?? []);
  const compared = await compareOffThread(
    revision,
    {
      base: { files: base, root: base[0]?.path },
      hiding,
      uses: consumers.map(judgedUses),
      levels: Object.fromEntries(Object.entries(levels).map(([rule, { level }]) => [rule, level])),
      asOf: new Date().toISOString().slice(0, 10),
    },
    { root: revision[0]?.path, limits: uploadLimits() },
  );
  return {
    ...compared,
    changes: compared.changes.map((change) => ({ ...change, levelReason: change.levelOfRule === null ? null : (levels[change.rule]?.reason ?? null) })),
    impacts: consumers.map((consumer, index) => {
      const found = compared.consumers[index];
      const uses = consumer.uses.map((use) => ({ ...use, display: use.operation === null ? null : (compared.displays[use.operation] ?? null) }));
      return { ...consumer, uses, known: (found?.known ?? false) && isKnown(consumer), effects: found?.effects ?? [] };
    }),
  };
}
