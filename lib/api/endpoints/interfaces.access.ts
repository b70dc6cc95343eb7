import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "GET /interfaces": "readersAndUploaders",
  "GET /interfaces/{slug}": "readersAndPublishers",
  "PATCH /interfaces/{slug}": { for: "maintainers", given: { body: { retired: true } } },
  "DELETE /interfaces/{slug}": "maintainers",
  "POST /interfaces/{slug}/purge": { for: "administrators", blind: true, given: { body: { reason: "a test" } } },
  "GET /interfaces/{slug}/operations": "readersAndPublishers",
  "GET /interfaces/{slug}/versions": "readersAndPublishers",
  "GET /interfaces/{slug}/versions/{n}": "readersAndPublishers",
  "GET /interfaces/{slug}/versions/{n}/spec": "readersAndPublishers",
} satisfies AccessRows;
