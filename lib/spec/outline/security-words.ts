import type { SecurityRequirement, SecurityScheme } from "../normalized-spec.ts";

/** What a caller must bring, in words: each entry is one way in; all of its parts are needed. */
export function securityWords(requirements: SecurityRequirement[], schemes: SecurityScheme[]): string[] {
  return requirements.map((requirement) => (requirement.length === 0 ? "nothing" : requirement.map((part) => partWords(part, schemes)).join(" and ")));
}

/** One scheme in words: "an API key in the header X-Api-Key". OpenAPI 3.1, section 4.8.27; AsyncAPI 3.0, security scheme object. */
export function schemeWords(scheme: SecurityScheme): string {
  const { definition } = scheme;
  const text = (key: string) => (typeof definition[key] === "string" ? definition[key] : "");
  switch (scheme.type.toLowerCase()) {
    case "apikey":
      return text("name") ? `an API key in the ${text("in") || "request"} ${text("name")}` : `an API key in the ${text("in") || "request"}`;
    case "httpapikey":
      return `an API key in the ${text("in") || "request"} ${text("name")}`.trim();
    case "http":
      return httpWords(text("scheme"), text("bearerFormat"));
    case "basic":
      return "a user name and password (HTTP Basic)";
    case "oauth2":
      return "an OAuth 2 token";
    case "openidconnect":
      return "an OpenID Connect token";
    case "mutualtls":
    case "x509":
      return "a client certificate";
    case "userpassword":
    case "plain":
    case "scramsha256":
    case "scramsha512":
      return `a user name and password${scheme.type.toLowerCase().startsWith("scram") ? ` (${scheme.type.toUpperCase().replace("SHA", "-SHA-")})` : ""}`;
    default:
      return scheme.type === "" ? scheme.name : `${scheme.name} (${scheme.type})`;
  }
}

function httpWords(scheme: string, bearerFormat: string): string {
  if (scheme.toLowerCase() === "bearer") return bearerFormat ? `a bearer token (${bearerFormat})` : "a bearer token";
  if (scheme.toLowerCase() === "basic") return "a user name and password (HTTP Basic)";
  return scheme ? `HTTP ${scheme} authentication` : "HTTP authentication";
}

function partWords(part: SecurityRequirement[number], schemes: SecurityScheme[]): string {
  const scheme = schemes.find((candidate) => candidate.name === part.scheme);
  const words = scheme === undefined ? part.scheme : schemeWords(scheme);
  if (part.scopes.length === 0) return words;
  return `${words} with ${part.scopes.length === 1 ? "the scope" : "the scopes"} ${part.scopes.join(", ")}`;
}
