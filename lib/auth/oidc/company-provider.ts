import { genericOAuth } from "better-auth/plugins";
import { decodeJwt } from "jose";
import { z } from "zod";
import type { OidcSettings } from "./oidc-settings.ts";
import { readGroups } from "./read-groups.ts";

/** The name of the company's sign-in among accounts, and in its redirect address. */
export const companyProvider = "company";

const timeoutMs = 10_000;
const Discovered = z.looseObject({ issuer: z.string(), userinfo_endpoint: z.url().optional() });

/**
 * The company's provider for better-auth: found by discovery, authorization code with PKCE, state and nonce; the ID
 * token is verified against the provider's keys. Claims are those of the ID token and of the userinfo endpoint together.
 */
export function companyOAuth(settings: OidcSettings) {
  const discoveryUrl = `${settings.issuer}/.well-known/openid-configuration`;
  let userInfoUrl: Promise<string | undefined> | undefined;
  return genericOAuth({
    config: [
      {
        providerId: companyProvider,
        name: settings.name,
        discoveryUrl,
        clientId: settings.clientId,
        clientSecret: settings.clientSecret,
        ...(settings.clientSecret ? {} : { tokenEndpointAuth: { method: "none" as const } }),
        scopes: settings.scopes,
        pkce: true,
        requireIdTokenVerification: true,
        overrideUserInfo: true,
        async getUserInfo({ idToken, accessToken }) {
          // better-auth has verified it by now; without one nothing says who it is.
          if (!idToken) return null;
          const claims = decodeJwt(idToken);
          userInfoUrl ??= fetchJson(discoveryUrl).then((document) => Discovered.parse(document).userinfo_endpoint);
          const url = await userInfoUrl.catch(() => (userInfoUrl = undefined));
          const more = url && accessToken ? await fetchJson(url, accessToken) : {};
          // Another's claims must not be taken for this one's (OpenID Connect Core 5.3.2).
          if (more["sub"] !== undefined && more["sub"] !== claims.sub) return null;
          const all: Record<string, unknown> = { ...claims, ...more };
          const { email, name, preferred_username: username } = all;
          return { ...all, sub: claims.sub, email: typeof email === "string" ? email : undefined, emailVerified: all["email_verified"] !== false, name: firstText(name, username, email) };
        },
        mapProfileToUser: (profile) => ({ providerGroups: readGroups(profile, settings.groupsClaim).groups }),
      },
    ],
  });
}

function firstText(...values: unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === "string" && value.trim() !== "");
}

async function fetchJson(url: string, accessToken?: string): Promise<Record<string, unknown>> {
  const response = await fetch(url, { headers: { accept: "application/json", ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}) }, signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}.`);
  return (await response.json()) as Record<string, unknown>;
}
