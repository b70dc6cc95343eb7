import { asking } from "#lib/api/endpoints/access-requests.access.ts";
import type { AccessRows, Given } from "#scripts/testing/access/row.ts";

export default {
  "page /interfaces/[slug]/access": "people",
  "action app/interfaces/[slug]/access/request-access-action.ts#requestAccessAction": { for: "members", of: "none", given: async (world): Promise<Given> => ({ form: { ...(await asking(world)), team: "owners", purpose: "to sell" } }) },
} satisfies AccessRows;
