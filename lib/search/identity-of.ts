import type { SearchDocument, SearchKind } from "./search-document.ts";
import type { UnderstoodQuery } from "./understand.ts";

const weights: Record<SearchKind, number> = { interface: 1, service: 1, team: 0.9, domain: 0.9, operation: 0.95, channel: 0.9, message: 0.8, property: 0.7 };
const correctedWeight = 0.6;

/** How much of a document's identity a query is: an identifier or a name as a whole, a path whatever its parameters are called or are, the end or the middle of one. */
export function identityOf(query: UnderstoodQuery, document: SearchDocument): number {
  const weight = weights[document.kind];
  if (!query.path) {
    if (query.exact.some((exact) => document.exact.includes(exact))) return weight;
    return query.correctedExact.some((exact) => document.exact.includes(exact)) ? weight * correctedWeight : 0;
  }
  const { method, path } = query.path;
  const methodAgrees = method === null || document.key.toUpperCase().startsWith(`${method} `);
  const own = document.exact.map((exact) => exact.replace(/^[a-z]+ (?=\/)/, ""));
  if (own.includes(path)) return weight * (methodAgrees ? 1 : 0.7);
  const like = Math.max(0, ...own.map((exact) => query.like.get(exact) ?? 0));
  if (like > 0) return weight * (methodAgrees ? like : like * 0.7);
  const bare = path.replace(/^\/+/, "");
  if (own.some((exact) => exact.endsWith(`/${bare}`))) return weight * (methodAgrees ? 0.6 : 0.4);
  if (own.some((exact) => exact.includes(`/${bare}/`) || exact.startsWith(`${path}/`))) return weight * (methodAgrees ? 0.3 : 0.2);
  return 0;
}
