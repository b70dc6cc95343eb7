import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Executor, Transaction } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { findInterface } from "../versions/find-version.ts";
import { visibleServices } from "../services/visible-services.ts";

export const OwnedKind = z.enum(["interface", "service"]);
export type OwnedKind = z.infer<typeof OwnedKind>;
/** What is owned: an interface or a service, by its address. */
export type OwnedAddress = { subject: OwnedKind; slug: string };
export type Owned = { subject: OwnedKind; id: number; slug: string; title: string; ownerTeamId: number | null };

/** @throws NotFoundError also for what the reader may not see */
export async function findOwned(ctx: Ctx, { subject, slug }: OwnedAddress): Promise<Owned> {
  if (subject === "interface") {
    const { id, slug: current, title, ownerTeamId } = await findInterface(ctx, slug);
    return { subject, id, slug: current, title, ownerTeamId };
  }
  const [row] = await ctx.db.select({ id: services.id, slug: services.slug, title: services.title, ownerTeamId: services.ownerTeamId }).from(services).where(and(eq(services.slug, slug), visibleServices(ctx.scope)));
  if (!row) throw new NotFoundError("service", slug);
  return { subject, ...row };
}

/** Takes the row of what is owned for the rest of a transaction, and says who owns it now. */
export async function lockOwned(tx: Transaction, subject: OwnedKind, id: number): Promise<Owned | null> {
  const table = subject === "interface" ? interfaces : services;
  const [row] = await tx.select({ id: table.id, slug: table.slug, title: table.title, ownerTeamId: table.ownerTeamId, deletedAt: table.deletedAt }).from(table).where(eq(table.id, id)).for("update");
  return row && !row.deletedAt ? { subject, id: row.id, slug: row.slug, title: row.title, ownerTeamId: row.ownerTeamId } : null;
}

/** Gives what is owned to a team, which thereby confirms it; it moves into the team's domain, and the index learns of it. */
export async function setOwner(tx: Transaction, { subject, id }: Owned, teamId: number): Promise<void> {
  const [team] = await tx.select({ domainId: teams.domainId }).from(teams).where(eq(teams.id, teamId));
  const owner = { ownerTeamId: teamId, domainId: team?.domainId ?? null, ownerConfirmedAt: new Date() };
  if (subject === "interface") {
    await tx.update(interfaces).set(owner).where(eq(interfaces.id, id));
    await enqueue(tx, "index-interface", { interfaceId: id });
  } else {
    await tx.update(services).set(owner).where(eq(services.id, id));
    await enqueue(tx, "index-entity", { kind: "service", id });
  }
}

/** Writes down that the owner answered just now. */
export async function touchOwner(tx: Executor, { subject, id }: Owned): Promise<void> {
  const table = subject === "interface" ? interfaces : services;
  await tx.update(table).set({ ownerConfirmedAt: new Date() }).where(eq(table.id, id));
}
