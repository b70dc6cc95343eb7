import type { AccessRows } from "#scripts/testing/access/row.ts";

export default { "page /interfaces/[slug]/follow": "people" } satisfies AccessRows;
