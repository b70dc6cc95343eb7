import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "page /admin/levels": { for: "administrators", of: "none", else: "none", session: true },
  "action app/admin/levels/levels-actions.ts#changeLevelsAction": { for: "administrators", of: "none", given: { form: { change: "set", rule: "operation-removed", level: "risky", reason: "we remove often" } } },
} satisfies AccessRows;
