import { posts } from "#db/schema/feedback/posts.ts";
import { threads } from "#db/schema/feedback/threads.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "page /interfaces/[slug]/discussion": "readers",
  "page /interfaces/[slug]/discussion/[id]": {
    for: "readers",
    given: async ({ db, subject }) => {
      const [thread] = await db.insert(threads).values({ interfaceId: subject.id, place: "interface", kind: "question", userId: "gone" }).returning({ id: threads.id });
      await db.insert(posts).values({ threadId: thread?.id ?? 0, userId: "gone", authorName: "Gone", text: "How?" });
      return { params: { id: String(thread?.id) } };
    },
  },
  "action app/interfaces/[slug]/discussion/discuss.ts#discuss": { for: "people", of: "interface", given: ({ subject }) => ({ form: { change: "open", slug: subject.slug, text: "How?" } }) },
} satisfies AccessRows;
