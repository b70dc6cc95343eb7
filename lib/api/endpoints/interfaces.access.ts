import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "GET /interfaces": "readers",
  "GET /interfaces/{slug}": "readers",
  "PATCH /interfaces/{slug}": { for: "maintainers", given: { body: { retired: true } } },
  "DELETE /interfaces/{slug}": "maintainers",
  "POST /interfaces/{slug}/purge": { for: "administrators", blind: true, given: { body: { reason: "a test" } } },
  "GET /interfaces/{slug}/operations": "readers",
  "GET /interfaces/{slug}/versions": "readers",
  "GET /interfaces/{slug}/versions/{n}": "readers",
  "GET /interfaces/{slug}/versions/{n}/spec": "readers",
} satisfies AccessRows;
