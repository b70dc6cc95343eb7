/** `address[city]`, and so on inwards, as those who use the style deepObject do: `lines[0][price]`. */
export function deepPairs(name: string, item: unknown): [string, string][] {
  if (typeof item !== "object" || item === null) return [[name, typeof item === "string" ? item : (JSON.stringify(item) ?? "")]];
  return Object.entries(item).flatMap(([key, one]) => deepPairs(`${name}[${key}]`, one));
}
