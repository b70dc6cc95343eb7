import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { recordNews } from "./record-news.ts";

/**
 * Tells those whose address it is that a message to it was given up: once, until something arrives there again or they
 * switch it on anew. Over their inbox and by e-mail, never over an endpoint.
 */
export async function tellOfFailing(tx: Transaction, endpointId: number, problem: string): Promise<void> {
  const now = new Date();
  const [row] = await tx
    .update(endpoints)
    .set({ failingToldAt: now })
    .where(and(eq(endpoints.id, endpointId), isNull(endpoints.failingToldAt), isNull(endpoints.disabledAt)))
    .returning({ name: endpoints.name, userId: endpoints.userId, teamId: endpoints.teamId });
  if (!row) return;
  await recordNews(tx, { actor: { kind: "system", name: "deliveries" } }, {
    key: `endpoint ${endpointId} failing ${now.toISOString()}`, kind: "endpoint", path: `/settings/notifications/endpoints/${endpointId}?state=failed`,
    title: `“${row.name}” is not told any more: a message to it was given up`,
    detail: { lines: [problem, "What was given up can be sent again there. You are told of this once, until something arrives."] },
    toUsers: row.userId === null ? [] : [row.userId], toTeams: row.teamId === null ? [] : [row.teamId],
  });
}
