import { migrating } from "#lib/api/endpoints/lifecycle.access.ts";
import type { AccessRows, Given } from "#scripts/testing/access/row.ts";

export default {
  "page /migrations": "readers",
  "page /migrations/[id]": { for: "readers", of: "interface", given: async (world): Promise<Given> => ({ params: { id: (await migrating(world)).id } }) },
  "action app/migrations/[id]/answer-migration-action.ts#answerMigrationAction": { for: "maintainers", of: "interface", given: async (world): Promise<Given> => ({ form: { change: "waived", words: "for the matrix", ...(await migrating(world)) } }) },
} satisfies AccessRows;
