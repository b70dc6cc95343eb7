import { env } from "../../env.ts";

/** How people of the company sign in; from the environment. */
export type OidcSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  /** What the button says it leads to. */
  name: string;
  scopes: string[];
  /** The claim that lists a person's groups. */
  groupsClaim: string;
};

/** What the environment says of the company's sign-in; `null` where there is none. */
export function oidcSettings(): OidcSettings | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_SCOPES, OIDC_GROUPS_CLAIM } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) return null;
  return {
    issuer: OIDC_ISSUER.replace(/\/+$/, ""),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET || undefined,
    name: OIDC_NAME || new URL(OIDC_ISSUER).hostname,
    scopes: (OIDC_SCOPES || "openid profile email").split(/[\s,]+/).filter(Boolean),
    groupsClaim: OIDC_GROUPS_CLAIM || "groups",
  };
}
