import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "PUT /services/{slug}/manifest": { for: "uploaders", of: "none", given: { params: { slug: "a-new-service" }, body: "service: a-new-service\n" }, but: { limitedToken: "refused" } },
  "GET /interfaces/{slug}/consumers": "readers",
} satisfies AccessRows;
