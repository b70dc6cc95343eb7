import { eq, sql } from "drizzle-orm";
import { brokerAliases, brokers } from "#db/schema/mesh/brokers.ts";
import { channels } from "#db/schema/mesh/channels.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";

/** Takes back what was said of a broker: its names are gone, and documents are matched by what they say themselves. */
export async function deleteBroker({ ctx, input }: { ctx: Ctx; input: { slug: string } }): Promise<void> {
  authorize(ctx, "brokers.change");
  await ctx.db.transaction(async (tx) => {
    const [broker] = await tx.select().from(brokers).where(eq(brokers.slug, input.slug)).for("update");
    if (!broker) throw new NotFoundError("broker", input.slug);
    const { rows } = await tx.execute<{ id: number }>(sql`select distinct p.interface_id as id from participations p join channels c on c.id = p.channel_id where c.broker_id = ${broker.id} order by 1`);
    await tx.delete(brokerAliases).where(eq(brokerAliases.brokerId, broker.id));
    const [used] = await tx.select({ id: channels.id }).from(channels).where(eq(channels.brokerId, broker.id)).limit(1);
    // Documents may name it themselves: then it is known from them alone.
    if (used) await tx.update(brokers).set({ confirmed: false, environment: null }).where(eq(brokers.id, broker.id));
    else await tx.delete(brokers).where(eq(brokers.id, broker.id));
    for (const { id } of rows) await enqueue(tx, "derive-dependencies", { interfaceId: id, rerecord: true });
    await recordAudit(tx, ctx, { action: "broker.delete", subject: "broker", subjectId: broker.id, subjectName: broker.slug });
  });
}
