import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "route GET /llms.txt": "readers",
} satisfies AccessRows;
