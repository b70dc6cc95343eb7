import { eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { installationSettings, mailDomainOf } from "../settings.ts";
import type { OidcSettings } from "./oidc-settings.ts";
import { readGroups } from "./read-groups.ts";

/** Why someone whom the company's sign-in vouches for is not let in; the page to sign in says it in words. */
export type RefusedSignIn = "group_overage" | "email_unverified" | "deactivated" | "sign_up_closed" | "mail_domain";

type Arrival = { action: "create-user" | "link-account" | "sign-in"; userId: string | undefined; email: string; claims: Record<string, unknown> };

/** Whether someone who comes by the company's sign-in is let in; the reason if not. */
export async function admit(db: Executor, settings: OidcSettings, { action, userId, email, claims }: Arrival): Promise<RefusedSignIn | null> {
  if (readGroups(claims, settings.groupsClaim).overage) return "group_overage";
  if (claims["email_verified"] === false) return "email_unverified";
  if (action !== "create-user") {
    const [person] = await db.select({ deactivatedAt: users.deactivatedAt }).from(users).where(userId ? eq(users.id, userId) : eq(users.email, email.toLowerCase()));
    return person?.deactivatedAt ? "deactivated" : null;
  }
  const { signUp, mailDomains } = await installationSettings(db);
  if (signUp === "closed") return "sign_up_closed";
  return signUp === "domain" && !mailDomains.includes(mailDomainOf(email)) ? "mail_domain" : null;
}
