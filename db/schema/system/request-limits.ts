import { bigint, integer, pgTable, text } from "drizzle-orm/pg-core";

/** How much each sender has asked for in the present window, counted for all web processes; in the shape of rate-limiter-flexible. */
export const requestLimits = pgTable("request_limits", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  /** Milliseconds since 1970. */
  expire: bigint({ mode: "number" }),
});
