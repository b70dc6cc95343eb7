import { requested } from "#lib/api/endpoints/access-requests.access.ts";
import type { AccessRows, Given } from "#scripts/testing/access/row.ts";

export default {
  "page /access-requests": "people",
  // Requests of others are none.
  "page /access-requests/[id]": { for: "members", of: "interface", session: true, blind: true, else: "none", but: { anonymous: "sign-in" }, given: async (world): Promise<Given> => ({ params: { id: await requested(world) } }) },
  "action app/access-requests/[id]/answer-request-action.ts#answerRequestAction": { for: "maintainers", of: "interface", given: async (world): Promise<Given> => ({ form: { change: "approved", id: await requested(world) } }), but: { outsider: "none", other: "none" } },
} satisfies AccessRows;
