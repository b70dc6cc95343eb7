import type { Transaction } from "#db/client.ts";
import { news, type NewsDetail } from "#db/schema/notify/news.ts";
import type { NewsKind } from "#db/schema/notify/words.ts";
import { accountIdOf, shownName } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";

export type NewsInput = {
  /** Names the happening, so that recorded twice it is told once: `version 17`, `comment 4`. */
  key: string;
  kind: NewsKind;
  /** What it is about; whoever may not see the interface is not told. */
  interfaceId?: number | null;
  serviceId?: number | null;
  teamId?: number | null;
  /** An operation's key or a message's name, where it is about that alone. */
  operationKey?: string | null;
  comparisonId?: number | null;
  /** One sentence, without markup. */
  title: string;
  detail?: NewsDetail;
  /** Where it can be read, on this site: begins with a slash. */
  path: string;
  /** Who did it, where that is another than whoever tells of it. */
  actorName?: string;
  /** Accounts and teams that are told whatever they follow. */
  toUsers?: string[];
  toTeams?: number[];
};

/** Records that something happened, in the transaction of it; whoever follows it is told by jobs of the worker. */
export async function recordNews(tx: Transaction, ctx: Pick<Ctx, "actor">, input: NewsInput): Promise<void> {
  const newsId = await insertNews(tx, ctx, input, null);
  if (newsId !== null) await enqueue(tx, "fan-out", { newsId });
}

/** Records what happened at one stroke, such as a batch of documents: whoever follows several of them gets one notice. */
export async function recordNewsTogether(tx: Transaction, ctx: Pick<Ctx, "actor">, together: string, inputs: NewsInput[]): Promise<void> {
  const made: number[] = [];
  for (const input of inputs) {
    const newsId = await insertNews(tx, ctx, input, together);
    if (newsId !== null) made.push(newsId);
  }
  // One job settles them all.
  if (made[0] !== undefined) await enqueue(tx, "fan-out", { newsId: made[0] });
}

async function insertNews(tx: Transaction, { actor }: Pick<Ctx, "actor">, input: NewsInput, together: string | null): Promise<number | null> {
  const [row] = await tx
    .insert(news)
    .values({ ...input, together, detail: input.detail ?? {}, actorName: input.actorName ?? shownName(actor), actorUserId: accountIdOf(actor) })
    .onConflictDoNothing({ target: news.key })
    .returning({ id: news.id });
  return row?.id ?? null;
}
