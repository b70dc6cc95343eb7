/** What a part was asked for by, without which part of it: `{ schema }`, `{ operation, place, media }`, `{ message, place }`. */
export function partRoot(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries(["schema", "operation", "message", "place", "name", "media"].flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? ""]] : [])));
}
