import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "GET /graph": { for: "readers", of: "interface", given: ({ subject }) => ({ query: { focus: `interface:${subject.slug}` } }) },
  "GET /graph/cycles": "readers",
} satisfies AccessRows;
