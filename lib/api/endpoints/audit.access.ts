import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "GET /audit": "administrators",
  "GET /audit/export": "administrators",
} satisfies AccessRows;
