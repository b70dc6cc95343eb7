import { eq } from "drizzle-orm";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { versions } from "#db/schema/document/versions.ts";
import { openapi } from "#lib/catalog/testing.ts";
import type { AccessRows, Subject } from "#scripts/testing/access/row.ts";
import { document, type World } from "#scripts/testing/access/world.ts";

/** A second version, which breaks the first. */
async function breaking({ publish, db, subject }: World & { subject: Subject }) {
  const { version } = await publish(document("Next").replaceAll("/orders", "/parcels"), { interface: subject.slug });
  const [base] = await db.select({ id: versions.id }).from(versions).where(eq(versions.interfaceId, subject.id)).orderBy(versions.id);
  await db.insert(comparisons).values({ versionId: version.id, baseVersionId: base?.id ?? null, state: "compared", verdict: "breaking", breaking: 1 });
}

export default {
  "POST /check": { for: "readersAndUploaders", of: "none", audited: false, given: { body: openapi({ title: "Anything" }) } },
  "GET /interfaces/{slug}/diff": { for: "readersAndPublishers", given: async (world) => { await breaking(world); return {}; } },
  "POST /interfaces/{slug}/versions/{n}/decisions": { for: "publishers", given: async (world) => { await breaking(world); return { params: { n: "2" }, body: { kind: "reason", words: "the old one was wrong" } }; } },
  "GET /changes": "readers",
  "GET /interfaces/{slug}/changes.atom": "readers",
} satisfies AccessRows;
