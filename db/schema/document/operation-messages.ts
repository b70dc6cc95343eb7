import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { ref } from "../columns.ts";
import { operations } from "./operations.ts";

/** Events: (action, address, message). One `send orders` may carry eleven messages, each an identity of its own. */
export const operationMessages = pgTable(
  "operation_messages",
  {
    operationId: ref().notNull().references(() => operations.id, { onDelete: "cascade" }),
    message: text().notNull(),
    role: text({ enum: ["message", "reply"] }).notNull().default("message"),
  },
  (table) => [primaryKey({ columns: [table.operationId, table.role, table.message] }), index("operation_messages_message").on(table.message)],
);
