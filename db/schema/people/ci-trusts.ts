import { index, pgTable, text } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { teams } from "./teams.ts";

/** Which pipelines publish for a team without any stored secret: those whose issuer says that they run for this repository and ref. */
export const ciTrusts = pgTable(
  "ci_trusts",
  {
    id: id(),
    /** The issuer's address, as its tokens say it: `https://token.actions.githubusercontent.com`. */
    issuer: text().notNull(),
    audience: text().notNull(),
    /** `acme/orders`, or all of an owner by `acme/*`. */
    repository: text().notNull(),
    /** `refs/heads/main`, `refs/tags/*`; `null` for any. */
    ref: text(),
    teamId: ref().notNull().references(() => teams.id, { onDelete: "cascade" }),
    interfaceId: ref(),
    createdAt: createdAt(),
    lastUsedAt: at(),
  },
  // Every identity token is looked up by who issued it.
  (table) => [index("ci_trusts_issuer").on(table.issuer), index("ci_trusts_team").on(table.teamId)],
);
