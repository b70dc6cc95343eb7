import { and, eq, isNotNull, or } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { services } from "#db/schema/catalog/services.ts";
import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, ValidationError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import type { Manifest } from "#lib/spec/manifest/manifest.ts";
import { titleOfSlug } from "../publish/find-or-create-service.ts";
import { NewSlug } from "../interfaces/rename-interface.ts";
import { visibleServices } from "../services/visible-services.ts";

export type PutService = { id: number; slug: string; ownerTeamId: number | null; created: boolean };
type Words = Pick<Manifest, "service" | "owner" | "domain" | "title" | "description">;

/**
 * The service of these words, made if there is none. A new one, or one that nobody owns, gets the owner that is named;
 * one that has an owner keeps it. @throws ValidationError for a slug that is none, ForbiddenError for another team's service.
 */
export async function putService(tx: Transaction, ctx: Ctx, words: Words): Promise<{ service: PutService; diagnostics: Omit<Diagnostic, "file" | "line" | "column">[] }> {
  const slug = NewSlug.safeParse(words.service);
  if (!slug.success) throw new ValidationError(`"${words.service}" cannot be the slug of a service: ${slug.error.issues[0]?.message ?? ""}.`, { service: "no slug" });
  const diagnostics: Omit<Diagnostic, "file" | "line" | "column">[] = [];
  const [team] = words.owner ? await tx.select({ id: teams.id, domainId: teams.domainId }).from(teams).where(eq(teams.slug, words.owner)) : [];
  if (words.owner && !team) diagnostics.push({ severity: "warning", code: "owner-unknown", message: `There is no team \`${words.owner}\`.`, help: "An administrator makes it with POST /api/v1/teams.", pointer: "/owner" });
  const [domain] = words.domain ? await tx.select({ id: domains.id }).from(domains).where(eq(domains.slug, words.domain)) : [];
  if (words.domain && !domain) diagnostics.push({ severity: "warning", code: "domain-unknown", message: `There is no domain \`${words.domain}\`.`, pointer: "/domain" });
  const wantedTeamId = team?.id ?? (ctx.actor.kind === "token" ? ctx.actor.teamId : null);
  const domainId = domain?.id ?? team?.domainId ?? null;

  const created = await create(tx, ctx, slug.data, { wantedTeamId, domainId, words });
  if (created !== null) return { service: { id: created, slug: slug.data, ownerTeamId: wantedTeamId, created: true }, diagnostics };
  const [known] = await tx.select().from(services).where(and(eq(services.slug, slug.data), or(visibleServices(ctx.scope), isNotNull(services.deletedAt)))).for("update");
  // One that may not be seen answers as for nothing.
  if (!known) throw new NotFoundError("service", slug.data);
  authorize(ctx, "manifest.put", { ownerTeamId: known.ownerTeamId });
  const claims = known.ownerTeamId === null && team !== undefined;
  if (claims) authorize(ctx, "manifest.put", { ownerTeamId: team.id });
  if (known.ownerTeamId !== null && team && team.id !== known.ownerTeamId) diagnostics.push({ severity: "warning", code: "owner-differs", message: `The service belongs to another team than \`${words.owner}\`. A manifest does not transfer it.`, pointer: "/owner" });
  const changed = {
    ownerTeamId: claims ? team.id : known.ownerTeamId, domainId: domain?.id ?? known.domainId ?? domainId,
    title: words.title ?? known.title, description: words.description ?? known.description, deletedAt: null,
  };
  if (Object.entries(changed).some(([name, value]) => known[name as keyof typeof changed] !== value)) {
    await tx.update(services).set(changed).where(eq(services.id, known.id));
    await enqueue(tx, "index-entity", { kind: "service", id: known.id });
  }
  return { service: { id: known.id, slug: known.slug, ownerTeamId: changed.ownerTeamId, created: false }, diagnostics };
}

async function create(tx: Transaction, ctx: Ctx, slug: string, { wantedTeamId, domainId, words }: { wantedTeamId: number | null; domainId: number | null; words: Words }): Promise<number | null> {
  const [row] = await tx
    .insert(services)
    .values({ slug, title: words.title ?? titleOfSlug(slug), description: words.description ?? null, ownerTeamId: wantedTeamId, domainId })
    .onConflictDoNothing()
    .returning({ id: services.id });
  if (!row) return null;
  authorize(ctx, "manifest.put", { ownerTeamId: wantedTeamId });
  await enqueue(tx, "index-entity", { kind: "service", id: row.id });
  return row.id;
}
