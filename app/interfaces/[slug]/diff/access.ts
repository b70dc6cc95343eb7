import { eq } from "drizzle-orm";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { versions } from "#db/schema/document/versions.ts";
import type { AccessRows, Subject } from "#scripts/testing/access/row.ts";
import { document, type World } from "#scripts/testing/access/world.ts";

/** A second version, which breaks the first. */
async function breaking({ publish, db, subject }: World & { subject: Subject }) {
  const { version } = await publish(document("Next").replaceAll("/orders", "/parcels"), { interface: subject.slug });
  const [base] = await db.select({ id: versions.id }).from(versions).where(eq(versions.interfaceId, subject.id)).orderBy(versions.id);
  await db.insert(comparisons).values({ versionId: version.id, baseVersionId: base?.id ?? null, state: "compared", verdict: "breaking", breaking: 1 });
}

export default {
  "page /interfaces/[slug]/diff": { for: "readers", of: "interface", given: async (world) => (await breaking(world), {}) },
  "action app/interfaces/[slug]/versions/[n]/decide-version-action.ts#decideVersionAction": {
    for: "members", of: "interface",
    given: async (world) => (await breaking(world), { form: { slug: world.subject.slug, line: "default", version: "2", kind: "reason", words: "the old one was wrong" } }),
  },
} satisfies AccessRows;
