import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { scopeOf } from "#lib/auth/scope.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { recordNews } from "#lib/notify/record-news.ts";
import { accessRequestUrl } from "../urls/lifecycle-url.ts";
import type { AccessRequest } from "./find-request.ts";

/**
 * News for the team that asked. While it may not read the interface the news does not name it: by the time it is read, the
 * team might not even see the name any more.
 */
export async function tellRequester(tx: Transaction, ctx: Pick<Ctx, "actor">, request: AccessRequest, title: string, what: string, words: string | null): Promise<void> {
  const scope = scopeOf({ kind: "person", id: "", name: "", email: "", role: "member", teams: [{ id: request.teamId, role: "member" }] }, false);
  const [seen] = await tx.select({ id: interfaces.id }).from(interfaces).where(and(eq(interfaces.id, request.interfaceId), visibleInterfaces(scope)));
  await recordNews(tx, ctx, {
    key: `access ${request.id} ${what}`, kind: "access", path: accessRequestUrl(request.id), toTeams: [request.teamId], interfaceId: seen ? request.interfaceId : null,
    title: seen ? `${title}: ${what.split(" ")[0] === "message" ? "the owner asks" : `your request was ${what}`}` : what.split(" ")[0] === "message" ? "A question about your request for access" : `Your request for access was ${what}`,
    detail: { lines: words && seen ? [words] : [] },
  });
}
