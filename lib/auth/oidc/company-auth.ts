import { database } from "../../database.ts";
import { env } from "../../env.ts";
import { createAuth, type Auth } from "../create-auth.ts";
import { companyProvider } from "./company-provider.ts";
import { oidcSettings } from "./oidc-settings.ts";

const store = globalThis as typeof globalThis & { intermeshCompanyAuth?: Promise<Auth | null> };

/**
 * better-auth with the company's provider, beside the one that reads sessions: a provider that does not answer keeps
 * nobody else waiting. `null` when it cannot be reached now; it is asked again the next time.
 */
export async function companyAuth(): Promise<Auth | null> {
  store.intermeshCompanyAuth ??= open();
  const auth = await store.intermeshCompanyAuth.catch(() => null);
  if (!auth) delete store.intermeshCompanyAuth;
  return auth;
}

async function open(): Promise<Auth | null> {
  const oidc = oidcSettings();
  if (!oidc) return null;
  const auth = createAuth(database(), { secret: env().INTERMESH_SECRET, publicUrl: env().PUBLIC_URL, oidc });
  const { socialProviders } = await auth.$context;
  return socialProviders.some(({ id }) => id === companyProvider) ? auth : null;
}
