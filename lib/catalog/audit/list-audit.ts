import { and, desc, eq, gte, ilike, like, lt, lte, or, type SQL } from "drizzle-orm";
import { z } from "zod";
import { auditLog } from "#db/schema/system/audit-log.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";

const when = "A day such as 2026-03-31, or a time such as 2026-03-31T12:00:00Z.";
const When = z.union([z.iso.datetime({ offset: true }), z.iso.date()], when).transform((text) => new Date(text));

/** `actor` is part of a name, or an id such as `token 7`; `action` is whole or its beginning, such as `interface.`; `subject` a kind or part of a name. */
export const ListAuditInput = z.object({
  actor: z.string().trim().max(200).optional(),
  action: z.string().trim().max(100).optional(),
  subject: z.string().trim().max(200).optional(),
  outcome: z.enum(["done", "refused"]).optional(),
  /** Whole, as it stands in the log. */
  address: z.string().trim().max(100).optional(),
  from: When.optional(),
  /** A day is meant as a whole. */
  to: z.union([z.iso.date().transform((day) => new Date(`${day}T23:59:59.999Z`)), When], when).optional(),
  /** Entries before this one. */
  cursor: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(50_000).default(100),
});
export type ListAuditInput = z.input<typeof ListAuditInput>;
export type AuditRow = Awaited<ReturnType<typeof listAudit>>["items"][number];

/** Who did what to which thing from where, and what was refused, newest first. For administrators. */
export async function listAudit({ ctx, input }: { ctx: Ctx; input: ListAuditInput }) {
  const options = ListAuditInput.parse(input);
  authorize(ctx, "audit.see");
  const rows = await ctx.db.select().from(auditLog).where(and(...conditions(options))).orderBy(desc(auditLog.id)).limit(options.limit + 1);
  const items = rows.slice(0, options.limit);
  return { items, next: rows.length > options.limit ? String(items.at(-1)?.id) : null };
}

function conditions({ actor, action, subject, outcome, address, from, to, cursor }: z.output<typeof ListAuditInput>): (SQL | undefined)[] {
  const part = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return [
    actor ? or(eq(auditLog.actor, actor), ilike(auditLog.actorName, part(actor))) : undefined,
    action ? (action.endsWith(".") ? like(auditLog.action, `${action.replace(/[\\%_]/g, "\\$&")}%`) : eq(auditLog.action, action)) : undefined,
    subject ? or(eq(auditLog.subject, subject), ilike(auditLog.subjectName, part(subject))) : undefined,
    outcome ? eq(auditLog.outcome, outcome) : undefined,
    address ? eq(auditLog.address, address) : undefined,
    from ? gte(auditLog.at, from) : undefined,
    to ? lte(auditLog.at, to) : undefined,
    cursor ? lt(auditLog.id, cursor) : undefined,
  ];
}
