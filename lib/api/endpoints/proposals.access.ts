import { eq } from "drizzle-orm";
import { lines } from "#db/schema/catalog/lines.ts";
import { proposals } from "#db/schema/comparison/proposals.ts";
import type { AccessRows, Given, Subject } from "#scripts/testing/access/row.ts";
import type { World } from "#scripts/testing/access/world.ts";

async function proposed({ db, subject }: World & { subject: Subject }): Promise<Given> {
  const [line] = await db.select({ id: lines.id }).from(lines).where(eq(lines.interfaceId, subject.id));
  const [row] = await db
    .insert(proposals)
    .values({ interfaceId: subject.id, lineId: line?.id ?? 0, contentHash: "h", title: "Next", label: "2", format: "openapi", specVersion: "3.1.0", createdBy: "system", createdByName: "Somebody" })
    .returning({ id: proposals.id });
  return { params: { id: String(row?.id) } };
}

export default {
  "GET /proposals": "readers",
  "GET /proposals/{id}": { for: "readers", of: "interface", given: proposed },
  // Whoever speaks for a consumer, which is another's.
  "POST /proposals/{id}/answers": { testedIn: "lib/catalog/proposals/proposals.test.ts" },
  "DELETE /proposals/{id}": { for: "publishers", of: "interface", given: proposed },
} satisfies AccessRows;
