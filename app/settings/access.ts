import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "page /settings/tokens": "people",
  "action app/settings/tokens/token-actions.ts#createTokenAction": { for: "people", given: { form: { name: "made", scopes: ["read"], days: "30" } } },
  "action app/settings/tokens/token-actions.ts#revokeTokenAction": { for: "administrators", else: "none", given: ({ bearers }) => ({ form: { id: String(bearers.readToken.id) } }), but: { member: "ok", anonymous: "sign-in" } },
} satisfies AccessRows;
