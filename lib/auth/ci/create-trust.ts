import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { ciTrusts } from "#db/schema/people/ci-trusts.ts";
import { teams } from "#db/schema/people/teams.ts";
import { ValidationError } from "../../errors.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { authorize } from "../authorize.ts";
import type { Ctx } from "../context.ts";
import { listedInterfaces } from "../visible-interfaces.ts";

const Pattern = z.string().trim().max(300).regex(/^[^*\s]+\*?$/, "A name, or the beginning of one with * at its end.");

export const CreateTrustInput = z.object({
  issuer: z.url("An address such as https://token.actions.githubusercontent.com.").max(300).refine(isSafeIssuer, "An issuer is reached by https, or lies on this machine, and its address holds no name or password."),
  /** What the pipeline asks its token for: this server's address, unless one agrees on something else. */
  audience: z.string().trim().min(1, "Say what the tokens are issued for.").max(300),
  repository: Pattern.refine((name) => name.includes("/"), "Owner and name, such as acme/orders, or acme/* for all of an owner."),
  ref: Pattern.nullish(),
  team: z.string().trim().min(1, "Say which team the pipeline publishes for.").max(100),
  interface: z.string().trim().max(100).nullish(),
});
export type CreateTrustInput = z.input<typeof CreateTrustInput>;

/**
 * Lets pipelines of a repository publish for a team, or to one interface of its, by their identity tokens alone.
 * @throws ValidationError with the fields to mend
 */
export async function createTrust({ ctx, input }: { ctx: Ctx; input: CreateTrustInput }): Promise<{ id: number }> {
  const parsed = CreateTrustInput.safeParse(input);
  if (!parsed.success) throw new ValidationError("The pipeline cannot be trusted yet.", Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message])));
  authorize(ctx, "pipeline.trust");
  const { team: slug, interface: limit, ref, ...rest } = parsed.data;
  return ctx.db.transaction(async (tx) => {
    const [team] = await tx.select({ id: teams.id }).from(teams).where(eq(teams.slug, slug));
    if (!team) throw new ValidationError("The pipeline cannot be trusted yet.", { team: `There is no team "${slug}".` });
    const [only] = limit ? await tx.select({ id: interfaces.id, ownerTeamId: interfaces.ownerTeamId }).from(interfaceSlugs).innerJoin(interfaces, eq(interfaces.id, interfaceSlugs.interfaceId)).where(and(eq(interfaceSlugs.slug, limit), listedInterfaces(ctx.scope))) : [];
    if (limit && only?.ownerTeamId !== team.id) throw new ValidationError("The pipeline cannot be trusted yet.", { interface: `The team has no interface "${limit}".` });
    const [row] = await tx.insert(ciTrusts).values({ ...rest, ref: ref ?? null, teamId: team.id, interfaceId: only?.id ?? null }).returning({ id: ciTrusts.id });
    if (!row) throw new Error("The pipeline was not stored.");
    await recordAudit(tx, ctx, { action: "pipeline.trust", subject: "pipeline", subjectId: row.id, subjectName: rest.repository, detail: { ...rest, ref: ref ?? null, team: slug, interface: limit ?? null } });
    return row;
  });
}

function isSafeIssuer(address: string): boolean {
  const { protocol, hostname, username, password } = new URL(address);
  if (username || password) return false;
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
}
