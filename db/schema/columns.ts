import { bigint, customType, timestamp } from "drizzle-orm/pg-core";

/** The permanent number of a row. Sequences are never reset, so an id is never given again. */
export const id = () => bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity();
export const ref = () => bigint({ mode: "number" });
// Milliseconds, as JavaScript keeps them: a cursor made from a row must find its place again.
export const at = () => timestamp({ withTimezone: true, mode: "date", precision: 3 });
export const createdAt = () => at().notNull().defaultNow();

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});
