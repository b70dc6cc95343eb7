import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "page /admin/brokers": { for: "administrators", session: true, else: "none", but: { anonymous: "sign-in" } },
  "action app/admin/brokers/change-broker.ts#changeBroker": { for: "administrators", of: "none", given: { form: { change: "put", slug: "main", name: "Main", protocol: "kafka" } } },
} satisfies AccessRows;
