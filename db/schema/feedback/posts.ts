import { index, pgTable, text } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { threads } from "./threads.ts";

/** What one person wrote in a thread, as Markdown. Deleted by its author it loses its text; hidden by a maintainer it keeps it, out of sight. */
export const posts = pgTable(
  "posts",
  {
    id: id(),
    threadId: ref().notNull().references(() => threads.id, { onDelete: "cascade" }),
    userId: text().notNull(),
    authorName: text().notNull(),
    text: text().notNull(),
    createdAt: createdAt(),
    editedAt: at(),
    deletedAt: at(),
    hiddenAt: at(),
    hiddenByName: text(),
  },
  (table) => [index("posts_thread").on(table.threadId, table.id), index("posts_user").on(table.userId)],
);
