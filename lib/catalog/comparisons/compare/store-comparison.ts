import { eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { impacts } from "#db/schema/comparison/impacts.ts";
import { jsonForPostgres } from "#lib/parsing/json-for-postgres.ts";
import { isHarmless } from "#lib/spec/impact/find-impact.ts";
import { adviceOf } from "../advice-of.ts";
import type { Compared } from "./compare-texts.ts";
import { impactVerdict } from "../impact/impact-verdict.ts";
import { isFor, tallyOf } from "../tally.ts";

type Of = { versionId: number } | { proposalId: number };

/** Keeps what a comparison found: verdict, changes and impacts. Returns its id, or `null` where there is one already. */
export async function storeComparison(tx: Transaction, of: Of, baseVersionId: number, compared: Compared): Promise<number | null> {
  const { problem, changes, hidden, labels } = compared;
  const all = changes.filter(({ audience }) => isFor(audience, true));
  const inside = tallyOf(all);
  const outside = hidden ? tallyOf(changes.filter(({ audience }) => isFor(audience, false))) : null;
  const id = await insertComparison(tx, {
    ...of, baseVersionId, hasInternalParts: hidden, problem,
    state: problem === null ? "compared" : "failed",
    ...(problem === null ? { ...inside, outside, advice: adviceOf(labels, all, !compared.sameContent) } : {}),
  });
  if (id === null) return null;
  await insertChanges(tx, id, changes);
  const rows = compared.impacts.map(({ serviceId, interfaceId, known, possible, effects, uses }) => {
    const seen = effects.filter(([ordinal]) => isFor(changes[ordinal - 1]?.audience ?? "all", true));
    return { comparisonId: id, serviceId, interfaceId, known, possible, effects, uses, verdict: impactVerdict({ effects: seen, known, possible, harmless: problem === null && isHarmless(all) }) };
  });
  for (let start = 0; start < rows.length; start += 500) await tx.insert(impacts).values(rows.slice(start, start + 500));
  return id;
}

/** The first version of a line, or one whose predecessor is gone: there is nothing to compare with. */
export async function storeFirst(tx: Transaction, versionId: number): Promise<number | null> {
  return insertComparison(tx, { versionId, state: "first" });
}

async function insertComparison(tx: Transaction, values: typeof comparisons.$inferInsert): Promise<number | null> {
  const [row] = await tx.insert(comparisons).values(values).onConflictDoNothing().returning({ id: comparisons.id });
  return row?.id ?? null;
}

async function insertChanges(tx: Transaction, comparisonId: number, changes: Compared["changes"]): Promise<void> {
  const rowsMax = 2_000;
  for (let start = 0; start < changes.length; start += rowsMax) {
    const rows = changes.slice(start, start + rowsMax).map(({ rule, level, direction, operation, message, audience, levelOfRule, levelReason, ...detail }, index) => ({
      ordinal: start + index + 1, audience, rule, level, level_of_rule: levelOfRule, level_reason: levelReason, direction, operation, message, detail,
    }));
    await tx.execute(sql`
      insert into changes (comparison_id, ordinal, audience, rule, level, level_of_rule, level_reason, direction, operation, message, detail)
      select ${comparisonId}, ordinal, audience, rule, level, level_of_rule, level_reason, direction, operation, message, detail
      from json_to_recordset(${jsonForPostgres(rows)}::json) as r(ordinal int, audience text, rule text, level text, level_of_rule text, level_reason text,
        direction text, operation text, message text, detail jsonb)`);
  }
}

/** What was found before for a proposal whose text has changed. */
export async function forgetComparison(tx: Transaction, proposalId: number): Promise<void> {
  await tx.delete(comparisons).where(eq(comparisons.proposalId, proposalId));
}
