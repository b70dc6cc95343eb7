import { posts } from "#db/schema/feedback/posts.ts";
import { ratings } from "#db/schema/feedback/ratings.ts";
import { threads } from "#db/schema/feedback/threads.ts";
import type { AccessRows, Given, Subject } from "#scripts/testing/access/row.ts";
import type { World } from "#scripts/testing/access/world.ts";

type Here = World & { subject: Subject };

/** A question about the subject, asked by somebody who is not there any more. */
async function asked({ db, subject }: Here): Promise<{ thread: string; post: string }> {
  const [thread] = await db.insert(threads).values({ interfaceId: subject.id, place: "interface", kind: "question", userId: "gone" }).returning({ id: threads.id });
  const [post] = await db.insert(posts).values({ threadId: thread?.id ?? 0, userId: "gone", authorName: "Gone", text: "How?" }).returning({ id: posts.id });
  return { thread: String(thread?.id), post: String(post?.id) };
}
const ofThread = (rest: Given = {}) => async (here: Here): Promise<Given> => ({ params: { id: (await asked(here)).thread }, ...rest });
const ofPost = (rest: Given = {}) => async (here: Here): Promise<Given> => ({ params: { id: (await asked(here)).post }, ...rest });
const readers = { for: "readers", of: "interface", given: ofThread() } as const;
// Nobody but the author, who is not among those who ask here: feedback.test.ts has them.
const nobody = { outsider: "refused", other: "refused", member: "refused", maintainer: "refused", administrator: "refused", adminToken: "refused" } as const;

export default {
  "GET /interfaces/{slug}/threads": "readers",
  "POST /interfaces/{slug}/threads": { for: "people", given: { body: { text: "How?" } } },
  "GET /threads/{id}": readers,
  "POST /threads/{id}/posts": { for: "people", of: "interface", given: ofThread({ body: { text: "So." } }) },
  "PATCH /threads/{id}": { for: "members", of: "interface", given: ofThread({ body: { state: "resolved" } }) },
  "PATCH /posts/{id}": { for: "people", of: "interface", given: ofPost({ body: { text: "Otherwise." } }), but: nobody },
  "DELETE /posts/{id}": { for: "people", of: "interface", given: ofPost(), but: nobody },
  "PUT /posts/{id}/hidden": { for: "maintainers", of: "interface", given: ofPost({ body: { hidden: true } }) },
  "PUT /interfaces/{slug}/rating": { for: "people", given: { body: { answered: false } } },
  "GET /interfaces/{slug}/feedback": "readers",
  "GET /feedback": "people",
  "POST /ratings/{id}/settled": {
    for: "members",
    of: "interface",
    given: async ({ db, subject }) => {
      const [row] = await db.insert(ratings).values({ interfaceId: subject.id, place: "interface", userId: "gone", authorName: "Gone", answered: false }).returning({ id: ratings.id });
      return { params: { id: String(row?.id) } };
    },
  },
  "GET /mentions": { for: "people", given: { query: { q: "a" } } },
} satisfies AccessRows;
