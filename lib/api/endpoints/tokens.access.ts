import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "GET /tokens": "people",
  "POST /tokens": { for: "people", given: { body: { name: "made", scopes: ["read"] } } },
  "DELETE /tokens/{id}": { for: "administrators", else: "none", given: ({ bearers }) => ({ params: { id: String(bearers.readToken.id) } }), but: { anonymous: "sign-in", member: "ok", readToken: "refused", publishToken: "refused", otherToken: "refused", limitedToken: "refused" } },
} satisfies AccessRows;
