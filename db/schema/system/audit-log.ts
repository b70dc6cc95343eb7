import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id } from "../columns.ts";

/** Who did what to which thing from where. Append-only: a trigger refuses to change or remove a row. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: id(),
    at: createdAt(),
    /** `person 4`, `token 7`, `system`, `anonymous`. */
    actor: text().notNull(),
    actorName: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    subjectId: bigint({ mode: "number" }),
    subjectName: text(),
    outcome: text({ enum: ["done", "refused"] }).notNull().default("done"),
    detail: jsonb(),
    requestId: text(),
    address: text(),
  },
  (table) => [index("audit_log_at").on(table.at.desc()), index("audit_log_subject").on(table.subject, table.subjectId), index("audit_log_actor").on(table.actor, table.id.desc()), index("audit_log_action").on(table.action, table.id.desc())],
);
