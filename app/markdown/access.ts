import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "route GET /markdown": { for: "readers", of: "interface", given: ({ subject }) => ({ query: { of: `/interfaces/${subject.slug}.md` } }) },
} satisfies AccessRows;
