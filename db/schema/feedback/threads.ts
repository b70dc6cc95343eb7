import { index, pgTable, text } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { interfaces } from "../catalog/interfaces.ts";
import { places, threadKinds, threadStates } from "./words.ts";

/** A question or remark about an interface or a part of it, with what was answered. Its first post opens it. */
export const threads = pgTable(
  "threads",
  {
    id: id(),
    interfaceId: ref().notNull().references(() => interfaces.id, { onDelete: "cascade" }),
    place: text({ enum: places }).notNull(),
    /** Operation key, message id, or line, versions and number of a change; empty for the interface itself. */
    key: text().notNull().default(""),
    /** What that was called when it was written: the document's spelling, or the change in words. */
    label: text().notNull().default(""),
    kind: text({ enum: threadKinds }).notNull(),
    state: text({ enum: threadStates }).notNull().default("open"),
    /** The post that answers it. */
    answerId: ref(),
    userId: text().notNull(),
    createdAt: createdAt(),
    changedAt: at().notNull().defaultNow(),
    closedByName: text(),
  },
  // The list of an interface and of a part of it, the last one first; the work of its owners.
  (table) => [index("threads_interface").on(table.interfaceId, table.changedAt.desc()), index("threads_part").on(table.interfaceId, table.place, table.key)],
);
