import { eq } from "drizzle-orm";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { readSignedLink, readTopicLink } from "#lib/notify/links/signed-link.ts";
import { findPeople, scopeOfPerson } from "#lib/notify/recipients/scope-of-recipient.ts";
import { listSubscriptions } from "./list-subscriptions.ts";
import { topicWords } from "./topic-words.ts";

export type NamedLink = { isTopic: boolean; name: string | null; ended: boolean };

/** What the link of an e-mail ends, by name as far as its reader may see it; `null` for a link that we did not make. */
export async function nameOfLink({ ctx, input }: { ctx: Ctx; input: { link: string } }): Promise<NamedLink | null> {
  const addressed = readTopicLink(input.link);
  if (addressed) return { isTopic: true, name: topicWords[addressed.topic], ended: false };
  const link = readSignedLink(input.link);
  if (link === null) return null;
  const [row] = await ctx.db.select({ userId: subscriptions.userId }).from(subscriptions).where(eq(subscriptions.id, link.id));
  if (!row) return { isTopic: false, name: null, ended: true };
  const reader = link.userId ?? row.userId;
  const person = reader === null ? undefined : (await findPeople(ctx.db, [reader])).get(reader);
  if (!person) return { isTopic: false, name: null, ended: false };
  const own = (await listSubscriptions({ ctx: { ...ctx, actor: person, scope: scopeOfPerson(person) } })).find(({ id }) => id === link.id);
  const name = own === undefined ? null : [own.spelled ?? own.subjectKey, own.target?.name].filter(Boolean).join(" of ");
  return { isTopic: false, name: name || null, ended: false };
}
