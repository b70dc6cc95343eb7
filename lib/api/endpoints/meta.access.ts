import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "GET /openapi.json": "readersAndUploaders",
} satisfies AccessRows;
