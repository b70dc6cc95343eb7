import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "page /mesh": "readers",
  "route GET /mesh/data": "readers",
} satisfies AccessRows;
