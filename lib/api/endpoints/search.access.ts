import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "GET /search": { for: "readers", given: { query: { q: "orders" } } },
} satisfies AccessRows;
