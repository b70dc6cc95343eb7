import { isObject } from "../values.ts";

const most = 500;

/** The fields that a JSON value holds, as a manifest writes them: `response.items[].sku`. The value itself where it is plain. */
export function fieldsOfValue(value: unknown, place: string, into: string[] = []): string[] {
  if (into.length >= most) return into;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 50)) fieldsOfValue(item, `${place}[]`, into);
  } else if (isObject(value)) {
    for (const [name, held] of Object.entries(value)) fieldsOfValue(held, `${place}.${name}`, into);
  } else if (place.includes(".") && !into.includes(place)) into.push(place);
  return into;
}

/** The same of a JSON text; none where it is no JSON. */
export function fieldsOfText(text: unknown, place: string): string[] {
  if (typeof text !== "string" || !/^\s*[{[]/.test(text)) return [];
  try {
    return fieldsOfValue(JSON.parse(text), place);
  } catch {
    return [];
  }
}
