import { isObject, type Json } from "../../values.ts";

/** A schema of Avro with the bare names of its types; `null` where two of them would be called alike. */
export function withoutNamespaces(schema: unknown): unknown {
  const names = new Set<string>();
  let clash = false;
  const bare = visit(schema);
  return clash ? null : bare;

  function visit(at: unknown): unknown {
    if (typeof at === "string") return last(at);
    if (Array.isArray(at)) return at.map(visit);
    if (!isObject(at)) return at;
    const { namespace: _namespace, ...rest }: Json = at;
    const named = typeof rest["name"] === "string" && (rest["type"] === "record" || rest["type"] === "error" || rest["type"] === "enum" || rest["type"] === "fixed");
    if (named) {
      rest["name"] = last(String(rest["name"]));
      if (names.has(String(rest["name"]))) clash = true;
      names.add(String(rest["name"]));
      if (Array.isArray(rest["aliases"])) rest["aliases"] = rest["aliases"].map((alias: unknown) => last(String(alias)));
    }
    for (const member of ["type", "items", "values"]) if (rest[member] !== undefined && !(named && member === "type")) rest[member] = visit(rest[member]);
    if (Array.isArray(rest["fields"])) rest["fields"] = rest["fields"].map(visit);
    return rest;
  }
}

function last(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
