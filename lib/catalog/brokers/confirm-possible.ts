import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { brokers } from "#db/schema/mesh/brokers.ts";
import { evidence } from "#db/schema/mesh/evidence.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { protocolsOf } from "#lib/spec/broker-place.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { aliasOf, rederiveFor } from "./broker-alias.ts";
import { addAlias } from "./put-broker.ts";

export const ConfirmPossibleInput = z.object({
  broker: z.string().min(1).max(200).meta({ description: "Slug of the broker that they are on." }),
  sources: z.array(z.string().regex(/^possible \d+ \d+$/)).min(1).max(500).meta({ description: "Matches as `GET /brokers/possible` names them." }),
});

/**
 * Says that the documents of some possible matches are on a broker: their uses become specified. Whoever names a real
 * broker keeps it. Returns how many interfaces were matched anew.
 */
export async function confirmPossible({ ctx, input }: { ctx: Ctx; input: z.input<typeof ConfirmPossibleInput> }): Promise<{ interfaces: number }> {
  const { broker: slug, sources } = ConfirmPossibleInput.parse(input);
  authorize(ctx, "brokers.change");
  return ctx.db.transaction(async (tx) => {
    const [broker] = await tx.select().from(brokers).where(eq(brokers.slug, slug));
    if (!broker) throw new NotFoundError("broker", slug);
    const known = await tx.selectDistinct({ source: evidence.source }).from(evidence).where(and(eq(evidence.kind, "possible"), inArray(evidence.source, sources)));
    const channelIds = known.flatMap(({ source }) => source.split(" ").slice(1).map(Number));
    const { rows } = await tx.execute<{ slug: string }>(sql`
      select distinct i.slug from participations p join channels c on c.id = p.channel_id join interfaces i on i.id = p.interface_id
      where c.broker_id is null and c.id in (select value::bigint from json_array_elements_text(${JSON.stringify(channelIds)}::json))
        and (c.protocol is null or c.protocol in (select json_array_elements_text(${JSON.stringify(protocolsOf(broker.protocol))}::json))) order by 1`);
    let interfaces = 0;
    for (const row of rows) {
      const alias = await aliasOf(tx, broker, { kind: "interface", value: row.slug });
      await addAlias(tx, broker.id, alias);
      interfaces += await rederiveFor(tx, alias);
    }
    await tx.update(brokers).set({ confirmed: true }).where(eq(brokers.id, broker.id));
    await recordAudit(tx, ctx, { action: "broker.confirm", subject: "broker", subjectId: broker.id, subjectName: broker.slug, detail: { interfaces: rows.map((row) => row.slug) } });
    return { interfaces };
  });
}
