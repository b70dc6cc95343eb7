/** What a provider says of someone's groups: which, or that there are too many to send along. */
export type SaidGroups = { overage: boolean; groups: string[] };

/**
 * The groups among someone's claims; none said is none. A provider that has too many to list points elsewhere for them
 * (`_claim_names`, OpenID Connect Core 5.6.2; Entra's `hasgroups`): that is an overage, and never "no groups".
 */
export function readGroups(claims: Record<string, unknown>, claim: string): SaidGroups {
  const value = valueAt(claims, claim);
  const pointers = claims["_claim_names"];
  const isElsewhere = typeof pointers === "object" && pointers !== null && (claim in pointers || "groups" in pointers);
  const saysMany = claims["hasgroups"] === true || claims["hasgroups"] === "true";
  if (value === undefined && (isElsewhere || saysMany)) return { overage: true, groups: [] };
  const all = typeof value === "string" ? value.split(/[\s,]+/) : Array.isArray(value) ? value : [];
  const groups = all.filter((group): group is string => typeof group === "string" && group !== "" && group.length <= 300);
  return { overage: false, groups: [...new Set(groups)] };
}

/** A claim by its name, which may itself have dots or be an address; else by a path of names, as in `realm_access.roles`. */
function valueAt(claims: Record<string, unknown>, claim: string): unknown {
  if (claim in claims) return claims[claim];
  let value: unknown = claims;
  for (const name of claim.split(".")) value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return value;
}
