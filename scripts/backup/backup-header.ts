import { z } from "zod";

/** What a backup says of itself in its first line. */
export const BackupHeader = z.object({
  format: z.literal("intermesh-backup-1"),
  createdAt: z.string(),
  /** Of every migration that the database had been through, in order: the hash of its text. */
  migrations: z.array(z.string()),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  /** Signs sessions; with it, who is signed in stays so. Absent where the environment gives it. */
  sessionSecret: z.string().nullable(),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

/** Goes before the rows of a table; after the last table stands the end. */
export const BackupSection = z.union([z.object({ table: z.string(), columns: z.array(z.string()) }), z.object({ end: z.literal(true), rows: z.number() })]);
export type BackupSection = z.infer<typeof BackupSection>;
