import { z } from "zod";
import { settings } from "#db/schema/system/settings.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { installationKey, InstallationSettings, installationSettings } from "#lib/auth/settings.ts";
import { ValidationError } from "#lib/errors.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";

// Without the defaults: what is not said stays as it is.
const { signUp, mailDomains, ownerConfirmationDays, strict } = InstallationSettings.shape;
export const ChangeSettingsInput = z.object({
  signUp: signUp.unwrap().optional(),
  mailDomains: mailDomains.unwrap().optional(),
  ownerConfirmationDays: ownerConfirmationDays.unwrap().optional(),
  strict: strict.unwrap().optional(),
});

/** What the installation has decided. */
export async function getSettings({ ctx }: { ctx: Ctx }): Promise<InstallationSettings> {
  authorize(ctx, "settings.see");
  return installationSettings(ctx.db);
}

/** Changes what the installation has decided, for all at once. @throws ValidationError for a mail domain mode without one */
export async function changeSettings({ ctx, input }: { ctx: Ctx; input: z.input<typeof ChangeSettingsInput> }): Promise<InstallationSettings> {
  const said = ChangeSettingsInput.parse(input);
  authorize(ctx, "settings.change");
  return ctx.db.transaction(async (tx) => {
    const before = await installationSettings(tx);
    const value = InstallationSettings.parse({ ...before, ...said });
    if (value.signUp === "domain" && value.mailDomains.length === 0) throw new ValidationError("Name at least one mail domain whose people may sign up.", { mailDomains: "at least one" });
    await tx.insert(settings).values({ key: installationKey, value }).onConflictDoUpdate({ target: settings.key, set: { value, changedAt: new Date() } });
    await recordAudit(tx, ctx, { action: "settings.change", subject: "settings", detail: { before, after: value } });
    return value;
  });
}
