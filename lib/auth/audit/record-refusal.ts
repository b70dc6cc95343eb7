import { eq } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { teams } from "#db/schema/people/teams.ts";
import { log } from "../../log.ts";
import type { Ctx } from "../context.ts";
import { actorId, recordAudit, type AuditEntry } from "./record-audit.ts";

const pending = new Set<Promise<void>>();
const windowMs = 60_000;
const rememberedMax = 10_000;
const remembered = new Map<string, number>();

/**
 * Writes that something was refused, outside of any transaction, since that of the refused change is rolled back. Nobody
 * waits for it: an answer is not late for it, and a log that cannot be written refuses nothing more. Of what is often
 * repeated, such as by visitors, one entry a minute is kept for each actor, address and action, so that nobody fills the log.
 */
export function recordRefusal(ctx: Pick<Ctx, "actor" | "db" | "requestId" | "address">, entry: Omit<AuditEntry, "outcome">, { oftenRepeated = ctx.actor.kind === "anonymous" } = {}): void {
  if (oftenRepeated && !isFirst(`${actorId(ctx)} ${ctx.address} ${entry.action}`)) return;
  const writing = afterThrown()
    .then(async () => recordAudit(ctx.db, ctx, { ...entry, subjectName: entry.subjectName ?? (await nameOfRefused(ctx.db, entry)), outcome: "refused" }))
    .catch((error: unknown) => log.error({ err: error, actor: actorId(ctx), action: entry.action }, "a refusal could not be recorded"))
    .finally(() => pending.delete(writing));
  pending.add(writing);
}

// A transaction under way is on its way back by then, also where the whole database is one (as in tests).
const afterThrown = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Waits for those under way; for tests. */
export async function settledRefusals(): Promise<void> {
  await Promise.all(pending);
}

function isFirst(key: string): boolean {
  const now = Date.now();
  if ((remembered.get(key) ?? 0) > now - windowMs) return false;
  if (remembered.size >= rememberedMax) remembered.clear();
  remembered.set(key, now);
  return true;
}

/** What it was about, as people call it: the interface, else the team that would have to allow it. */
async function nameOfRefused(db: Ctx["db"], { detail = {} }: Omit<AuditEntry, "outcome">): Promise<string | null> {
  const { interfaceId, ownerTeamId } = detail;
  if (typeof interfaceId === "number") return (await db.select({ slug: interfaces.slug }).from(interfaces).where(eq(interfaces.id, interfaceId)))[0]?.slug ?? null;
  if (typeof ownerTeamId !== "number") return null;
  const [team] = await db.select({ slug: teams.slug }).from(teams).where(eq(teams.id, ownerTeamId));
  return team ? `of team ${team.slug}` : null;
}
