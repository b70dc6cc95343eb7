import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { posts } from "#db/schema/feedback/posts.ts";
import type { Place } from "#db/schema/feedback/words.ts";
import { teams } from "#db/schema/people/teams.ts";
import { actorName } from "#lib/auth/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { recordNews } from "#lib/notify/record-news.ts";
import { plainWords } from "#lib/notify/words/plain-words.ts";
import { findPeople, scopeOfPerson } from "#lib/notify/recipients/scope-of-recipient.ts";
import { discussionUrl } from "../urls/discussion-url.ts";
import type { InterfaceRow } from "../versions/find-version.ts";
import { findMentioned } from "./mentions.ts";
import { seesSpot } from "./sees-spot.ts";

export type Telling = {
  key: string;
  subject: InterfaceRow;
  thread: { id: number; place: Place; key: string; label: string; userId: string };
  /** The owner of this part, where it is another than the interface's. */
  owner: string | null;
  narrowed: boolean;
  /** "asked about", "answered about". */
  verb: string;
  text: string;
  /** Only those whom the text mentions, of whom these were told already. */
  mentionedOnly?: { before: string };
};

/**
 * Tells owners, those who take part and those who are mentioned. About a part that not everyone sees nothing is told but that
 * there is something to read, and those mentioned hear of it only if they see that part.
 */
export async function tell(tx: Transaction, ctx: Ctx, { key, subject, thread, owner, narrowed, verb, text, mentionedOnly }: Telling): Promise<void> {
  const mentioned = await findMentioned(tx, text);
  const before = mentionedOnly ? await findMentioned(tx, mentionedOnly.before) : { userIds: [], teamIds: [] };
  const users = new Set(mentioned.userIds.filter((id) => !before.userIds.includes(id)));
  const toTeams = new Set(mentioned.teamIds.filter((id) => !before.teamIds.includes(id)));
  if (mentionedOnly && users.size + toTeams.size === 0) return;
  if (!mentionedOnly) {
    for (const { userId } of await tx.selectDistinct({ userId: posts.userId }).from(posts).where(eq(posts.threadId, thread.id))) users.add(userId);
    for (const id of await ownersOf(tx, subject, owner)) toTeams.add(id);
  }
  const about = narrowed ? `a part of ${subject.title}` : thread.place === "interface" ? subject.title : `${thread.label} of ${subject.title}`;
  await recordNews(tx, ctx, {
    key, kind: "comment", interfaceId: subject.id, path: discussionUrl({ slug: subject.slug, thread: thread.id }),
    operationKey: !narrowed && (thread.place === "operation" || thread.place === "message") ? thread.key : null,
    title: `${actorName(ctx)} ${mentionedOnly ? "mentioned you in words about" : verb} ${about}`.slice(0, 300),
    detail: narrowed ? {} : { lines: [excerpt(text)] },
    toUsers: narrowed ? await thoseWhoSee(tx, ctx, subject, thread, [...users]) : [...users],
    toTeams: narrowed ? [...toTeams].filter((id) => id === subject.ownerTeamId) : [...toTeams],
  });
}

/** Teams that answer for it. */
async function ownersOf(tx: Transaction, subject: InterfaceRow, owner: string | null): Promise<number[]> {
  const own = owner === null ? [] : await tx.select({ id: teams.id }).from(teams).where(inArray(teams.slug, [owner]));
  return own.length > 0 ? own.map(({ id }) => id) : subject.ownerTeamId === null ? [] : [subject.ownerTeamId];
}

async function thoseWhoSee(tx: Transaction, ctx: Ctx, subject: InterfaceRow, thread: Telling["thread"], userIds: string[]): Promise<string[]> {
  const seeing: string[] = [];
  for (const person of (await findPeople(tx, userIds)).values()) {
    const sees = await seesSpot({ ...ctx, actor: person, scope: scopeOfPerson(person) }, subject);
    if (await sees(thread)) seeing.push(person.id);
  }
  return seeing;
}

/** The first words, in one line and without Markdown's signs. */
export function excerpt(text: string): string {
  const line = plainWords(text.replace(/```[\s\S]*?(?:```|$)/g, " … "))
    .replace(/^\s*(?:#{1,6}|[-*+>]|\d+[.)])\s+/gm, "")
    .replace(/\*\*|__|`|~~/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
