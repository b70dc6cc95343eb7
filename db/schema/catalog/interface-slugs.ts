import { index, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, ref } from "../columns.ts";
import { interfaces } from "./interfaces.ts";

/** Every slug that an interface has or had. An old one redirects and is never given to another. */
export const interfaceSlugs = pgTable(
  "interface_slugs",
  {
    slug: text().primaryKey(),
    interfaceId: ref().notNull().references(() => interfaces.id),
    createdAt: createdAt(),
  },
  (table) => [index("interface_slugs_interface").on(table.interfaceId)],
);
