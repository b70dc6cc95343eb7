import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "#db/client.ts";
import { settings } from "#db/schema/system/settings.ts";

/** The row of `settings` that holds what administrators decide. */
export const installationKey = "installation";

const MailDomain = z.string().trim().toLowerCase().regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, "a mail domain looks like example.org");

/** What administrators decide for the whole installation. */
export const InstallationSettings = z.object({
  /** Who gets an account: nobody new; whoever is invited or comes by the company's sign-in; also whoever has an address of `mailDomains`. */
  signUp: z.enum(["closed", "invitation", "domain"]).default("invitation"),
  mailDomains: z.array(MailDomain).max(50).default([]),
  /** After so many days without a word an owner is asked whether it still is. */
  ownerConfirmationDays: z.number().int("whole days").min(7, "at least a week").max(3650, "at most ten years").default(180),
  /** Documents that break their specification are rejected. */
  strict: z.boolean().default(false),
});
export type InstallationSettings = z.infer<typeof InstallationSettings>;

/** What is decided now; the defaults where nothing was. */
export async function installationSettings(db: Executor): Promise<InstallationSettings> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, installationKey));
  const known = InstallationSettings.safeParse(row?.value ?? {});
  return known.success ? known.data : InstallationSettings.parse({});
}

/** The part of an address after its @. */
export function mailDomainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1).toLowerCase();
}
