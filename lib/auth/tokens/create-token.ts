import { z } from "zod";
import { tokens } from "#db/schema/people/tokens.ts";
import { ForbiddenError, ValidationError } from "../../errors.ts";
import { accountIdOf, isAdministrator } from "../actor.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { authorize } from "../authorize.ts";
import type { Ctx } from "../context.ts";
import { hashSecret, hintOf, newSecret } from "./secret.ts";

export const CreateTokenInput = z.object({
  name: z.string().trim().min(1, "Give the token a name.").max(100, "At most 100 characters."),
  scopes: z.array(z.enum(["read", "publish", "admin"])).min(1, "Choose what the token may do.").max(3),
  teamId: z.number().int().positive().nullable().default(null),
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
  const { name, scopes, teamId, days } = parsed.data;
  authorize(ctx, "token.create");
  if (scopes.includes("admin") && !isAdministrator(ctx.actor)) throw new ForbiddenError("Only an administrator can make a token with the scope admin.");
  if (teamId !== null && !speaksFor(ctx, teamId)) throw new ForbiddenError("You can make tokens for your own teams only.");

  const secret = newSecret();
  const expiresAt = days === null ? null : new Date(now.getTime() + days * 86_400_000);
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .insert(tokens)
      .values({ hash: hashSecret(secret), hint: hintOf(secret), name, scopes, teamId, userId: accountIdOf(ctx.actor), expiresAt })
      .returning({ id: tokens.id });
    if (!row) throw new Error("The token was not stored.");
    await recordAudit(tx, ctx, { action: "token.create", subject: "token", subjectId: row.id, subjectName: name, detail: { scopes, teamId, expiresAt } });
    return { id: row.id, secret };
  });
}

function speaksFor(ctx: Ctx, teamId: number): boolean {
  return isAdministrator(ctx.actor) || (ctx.actor.kind === "person" && ctx.actor.teams.some((team) => team.id === teamId));
}

function fieldsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]));
}
