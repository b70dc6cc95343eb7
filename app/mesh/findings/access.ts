import type { AccessRows } from "#scripts/testing/access/row.ts";

export default { "page /mesh/findings": "readers" } satisfies AccessRows;
