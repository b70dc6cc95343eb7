import { sql } from "drizzle-orm";
import { settledRefusals } from "#lib/auth/audit/record-refusal.ts";
import { type Answer, ask } from "./ask.ts";
import { inRollback } from "./in-rollback.ts";
import type { RowDetails, Subject, Who } from "./row.ts";
import { settled, within } from "./within.ts";
import { origin, type World } from "./world.ts";

export type Cell = { key: string; row: RowDetails; who: Who; subject: Subject };

/** Does what a row says as one of the actors, and says what came of it. Nothing of it stays. */
export async function runCell(world: World, { key, row, who, subject }: Cell): Promise<Answer> {
  return inRollback(async (tx) => {
    const given = await settled(within(world, tx as unknown as World["db"]), row, subject);
    const entries = async (outcome: string) => Number((await tx.execute<{ n: number }>(sql`select count(*)::int as n from audit_log where outcome = ${outcome}`)).rows[0]?.n);
    const before = [await entries("done"), await entries("refused")] as const;
    const headers = new Headers({ host: new URL(origin).host, ...world.headersOf(who), ...given.headers });
    const { outcome: answer } = await ask(key, given, headers);
    await settledRefusals();
    const isChange = row.audited !== false && !/^(GET|page|route GET) /.test(key) && !(key.startsWith("command ") && row.for === "readers");
    const changed = (await entries("done")) > before[0];
    const refused = (await entries("refused")) > before[1];
    if (answer === "answered") return changed || !isChange ? (refused ? "refused" : "ok") : refused ? "refused" : "none";
    if (answer === "ok" && isChange && !changed) return "ok, but without an entry in the audit log (`audited: false` if none is due)";
    if (answer !== "ok" && changed) return `${answer}, but something was changed`;
    if (answer === "refused" && isChange && !refused) return "refused, but without an entry in the audit log";
    return answer;
  });
}
