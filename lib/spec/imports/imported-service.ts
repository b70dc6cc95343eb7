/** One use that a foreign file names. `words` are as a reference has them: an interface's slug, `service:slug`, `host:api.acme.com`, `message:send OrderPlaced`. */
export type ImportedUse = { words: string; operation: string | null; message?: string | null; flow?: "call" | "event" | "command"; fields: string[]; sentence: string; file: string; line: number | null };
/** What a foreign file says of one service. */
export type ImportedService = { service: string; title: string | null; description: string | null; owner: string | null; domain: string | null; /** Slugs of interfaces, or documents by path from `page`. */ provides: string[]; uses: ImportedUse[]; /** The file that says it, where one import is of several. */ page?: string };
export type ImportKind = "backstage" | "eventcatalog" | "pact" | "har" | "arazzo";
export type ImportedFile = { kind: ImportKind; path: string; services: ImportedService[]; problems: string[] };

/** A service of which only the name is known. */
export function bareService(service: string): ImportedService {
  return { service, title: null, description: null, owner: null, domain: null, provides: [], uses: [] };
}

/** A name as a slug: "Order Service" → "order-service". */
export function slugOfName(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 100);
}
