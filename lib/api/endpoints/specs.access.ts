import { openapi } from "#lib/catalog/testing.ts";
import { document } from "#scripts/testing/access/world.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "POST /specs": { for: "publishers", of: "interface", given: ({ subject }) => ({ query: { interface: subject.slug, reason: "a test" }, body: document("Next") }), hidden: { anonymous: "sign-in", outsider: "ok", other: "ok", otherToken: "ok" } },
  "POST /validate": { for: "readersAndUploaders", audited: false, given: { body: openapi({ title: "Anything" }) } },
} satisfies AccessRows;
