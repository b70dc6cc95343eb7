import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { teams } from "#db/schema/people/teams.ts";
import { tokens } from "#db/schema/people/tokens.ts";
import { ForbiddenError, ValidationError } from "../../errors.ts";
import { accountIdOf, isAdministrator, type Actor, type TokenScope } from "../actor.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { recordRefusal } from "../audit/record-refusal.ts";
import { authorize, may } from "../authorize.ts";
import type { Ctx } from "../context.ts";
import { listedInterfaces } from "../visible-interfaces.ts";
import { hashSecret, hintOf, newSecret } from "./secret.ts";

export const CreateTokenInput = z.object({
  name: z.string().trim().min(1, "Give the token a name.").max(100, "At most 100 characters."),
  scopes: z.array(z.enum(["read", "publish", "admin", "provision"])).min(1, "Choose what the token may do.").max(3),
  /** The team it speaks for, by id or slug; without one it speaks for its maker and all of their teams. */
  teamId: z.number().int().positive().nullable().default(null),
  team: z.string().trim().max(100).nullish(),
  /** Slug of the only interface it may publish to. */
  interface: z.string().trim().max(100).nullish(),
  /** Days until it ends; `null` for never. */
  days: z.number().int().min(1).max(366).nullable().default(90),
});
export type CreateTokenInput = z.input<typeof CreateTokenInput>;

/**
 * Makes a token of the person who asks, with no more than that person's power.
 * @returns its id and its secret, which is not kept and cannot be shown again
 * @throws ValidationError; ForbiddenError for a scope or team beyond the maker's
 */
export async function createToken({ ctx, input, now = new Date() }: { ctx: Ctx; input: CreateTokenInput; now?: Date }): Promise<{ id: number; secret: string }> {
  const parsed = CreateTokenInput.safeParse(input);
  if (!parsed.success) throw new ValidationError("The token cannot be made.", fieldsOf(parsed.error));
  const { name, scopes, days } = parsed.data;
  authorize(ctx, "token.create");
  if (scopes.includes("admin") && !isAdministrator(ctx.actor)) throw refused(ctx, "Only an administrator can make a token with the scope admin.");
  if (scopes.includes("provision")) assertDirectory(ctx, parsed.data);
  const teamId = parsed.data.team ? await teamIdOf(ctx, parsed.data.team) : parsed.data.teamId;
  if (teamId !== null && !speaksFor(ctx, teamId)) throw refused(ctx, "You can make tokens for your own teams only.");
  const limit = parsed.data.interface ? await findLimit(ctx, parsed.data.interface, scopes) : null;
  if (limit && !may({ actor: asToken(ctx, teamId) }, "interface.publish", limit)) throw refused(ctx, "You can limit a token to an interface that you may publish to, with a team of its owner's.");

  const secret = newSecret();
  // A directory goes on when the administrator who connected it leaves.
  const userId = scopes.includes("provision") ? null : accountIdOf(ctx.actor);
  const expiresAt = days === null ? null : new Date(now.getTime() + days * 86_400_000);
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .insert(tokens)
      .values({ hash: hashSecret(secret), hint: hintOf(secret), name, scopes, teamId, interfaceId: limit?.interfaceId ?? null, userId, expiresAt })
      .returning({ id: tokens.id });
    if (!row) throw new Error("The token was not stored.");
    await recordAudit(tx, ctx, { action: "token.create", subject: "token", subjectId: row.id, subjectName: name, detail: { scopes, teamId, interfaceId: limit?.interfaceId ?? null, expiresAt } });
    return { id: row.id, secret };
  });
}

function assertDirectory(ctx: Ctx, { scopes, team, teamId, interface: only }: z.output<typeof CreateTokenInput>): void {
  if (!isAdministrator(ctx.actor)) throw refused(ctx, "Only an administrator can connect a directory.");
  if (scopes.length > 1 || team || teamId !== null || only) throw new ValidationError("The token cannot be made.", { scopes: "A directory's token has the scope `provision` alone, for no team and no interface." });
}

function refused(ctx: Ctx, message: string): ForbiddenError {
  recordRefusal(ctx, { action: "token.create", subject: "token" });
  return new ForbiddenError(message);
}

async function teamIdOf(ctx: Ctx, slug: string): Promise<number> {
  const [team] = await ctx.db.select({ id: teams.id }).from(teams).where(eq(teams.slug, slug));
  if (!team) throw new ValidationError("The token cannot be made.", { team: `There is no team "${slug}".` });
  return team.id;
}

async function findLimit(ctx: Ctx, slug: string, scopes: string[]) {
  if (!scopes.includes("publish") || scopes.includes("admin")) throw new ValidationError("The token cannot be made.", { interface: "Only a token that publishes can be limited to an interface." });
  const [row] = await ctx.db
    .select({ interfaceId: interfaces.id, ownerTeamId: interfaces.ownerTeamId })
    .from(interfaceSlugs)
    .innerJoin(interfaces, eq(interfaces.id, interfaceSlugs.interfaceId))
    .where(and(eq(interfaceSlugs.slug, slug), listedInterfaces(ctx.scope)));
  if (!row) throw new ValidationError("The token cannot be made.", { interface: `There is no interface "${slug}".` });
  return row;
}

/** What the token will be allowed to publish to, so far as teams say. */
function asToken(ctx: Ctx, teamId: number | null): Actor {
  const own = ctx.actor.kind === "person" || ctx.actor.kind === "token" ? ctx.actor.teams : [];
  const scopes: TokenScope[] = isAdministrator(ctx.actor) && teamId === null ? ["admin"] : ["publish"];
  const speaking = teamId === null ? own : [{ id: teamId, role: "member" as const }];
  return { kind: "token", id: 0, name: "", scopes, teamId, interfaceId: null, makerId: null, teams: speaking };
}

function speaksFor(ctx: Ctx, teamId: number): boolean {
  return isAdministrator(ctx.actor) || (ctx.actor.kind === "person" && ctx.actor.teams.some((team) => team.id === teamId));
}

function fieldsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]));
}
