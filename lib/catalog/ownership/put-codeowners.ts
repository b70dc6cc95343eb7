import { sql } from "drizzle-orm";
import { z } from "zod";
import { codeowners } from "#db/schema/people/codeowners.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";

export const PutCodeownersInput = z.object({
  repository: z.string().trim().min(1).max(500).meta({ description: "As in `repository` of what was published from it." }),
  text: z.string().max(500_000, "at most 500,000 characters").meta({ description: "The CODEOWNERS file." }),
});

/** Keeps a repository's CODEOWNERS file. It proposes owners for what nobody owns, and decides nothing. */
export async function putCodeowners({ ctx, input }: { ctx: Ctx; input: z.input<typeof PutCodeownersInput> }): Promise<{ changed: boolean }> {
  const { repository, text } = PutCodeownersInput.parse(input);
  authorize(ctx, "codeowners.put");
  return ctx.db.transaction(async (tx) => {
    const changed = await tx
      .insert(codeowners)
      .values({ repository, text, sentBy: actorName(ctx) })
      .onConflictDoUpdate({ target: codeowners.repository, set: { text, sentBy: actorName(ctx), changedAt: new Date() }, setWhere: sql`${codeowners.text} <> excluded.text` })
      .returning({ repository: codeowners.repository });
    if (changed.length > 0) await recordAudit(tx, ctx, { action: "codeowners.put", subject: "repository", subjectName: repository });
    return { changed: changed.length > 0 };
  });
}
