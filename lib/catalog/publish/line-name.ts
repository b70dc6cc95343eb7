import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { settings } from "#db/schema/system/settings.ts";

/**
 * The line that a version belongs to: as the publisher says, else, where the installation decided so
 * (setting `lines.byMajorVersion`), by the major version of its label, else `default`.
 */
export async function lineName(tx: Transaction, wanted: string | undefined, label: string): Promise<string> {
  if (wanted) return wanted;
  const [setting] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.key, "lines.byMajorVersion"));
  const major = setting?.value === true ? /^v?(\d+)(?:\.|$)/.exec(label)?.[1] : undefined;
  return major ? `v${major}` : "default";
}
