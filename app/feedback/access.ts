import { ratings } from "#db/schema/feedback/ratings.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "page /feedback": "people",
  "action app/feedback/settle-rating-action.ts#settleRatingAction": {
    for: "members",
    of: "interface",
    given: async ({ db, subject }) => {
      const [row] = await db.insert(ratings).values({ interfaceId: subject.id, place: "interface", userId: "gone", authorName: "Gone", answered: false }).returning({ id: ratings.id });
      return { form: { id: String(row?.id) } };
    },
  },
} satisfies AccessRows;
