import { mergeSchema } from "../examples/merged-schema.ts";
import type { MediaType } from "../normalized-spec.ts";
import { deepPairs } from "./deep-pairs.ts";
import { asObject, asText, type SchemaMap } from "../outline/schema-values.ts";

/** One pair of a form, or one part of a multipart body. */
export type FormField = { name: string; value: string; isFile: boolean; /** Where a part says its own. */ contentType?: string };

/** The fields that a value of a form is sent as, by `encoding`. OpenAPI 3.1, sections 4.8.14 and 4.8.15; RFC 6570. */
export function formFields(media: Pick<MediaType, "mediaType" | "schema" | "encoding">, value: Record<string, unknown>, schemas: SchemaMap): FormField[] {
  const merged = mergeSchema(media.schema ?? true, schemas);
  const isMultipart = media.mediaType.startsWith("multipart/");
  return Object.entries(value).flatMap(([name, item]): FormField[] => {
    const facts = mergeSchema(merged.properties.get(name) ?? true, schemas);
    const items = facts.items === null ? null : mergeSchema(facts.items, schemas);
    if (isMultipart && [facts, items].some((some) => some !== null && (some.formats.includes("binary") || some.types?.has("file") === true))) return [{ name, value: name, isFile: true }];
    const encoding = asObject(media.encoding?.[name]) ?? {};
    const contentType = asText(encoding.contentType);
    if (isMultipart) return (Array.isArray(item) ? item : [item]).map((one) => part(name, one, contentType));
    return pairs(name, item, asText(encoding.style), typeof encoding.explode === "boolean" ? encoding.explode : null).map(([key, text]) => ({ name: key, value: text, isFile: false }));
  });
}

function part(name: string, item: unknown, said: string | null): FormField {
  const contentType = said ?? (typeof item === "object" && item !== null ? "application/json" : null);
  return { name, value: plain(item), isFile: false, ...(contentType === null ? {} : { contentType }) };
}

const separators: Record<string, string> = { spaceDelimited: " ", pipeDelimited: "|" };

function pairs(name: string, item: unknown, style: string | null, explode: boolean | null): [string, string][] {
  if (typeof item !== "object" || item === null) return [[name, plain(item)]];
  if (style === "deepObject") return deepPairs(name, item);
  const separate = explode ?? (style === null || style === "form");
  if (Array.isArray(item)) return separate ? item.map((one) => [name, plain(one)]) : [[name, item.map(plain).join(separators[style ?? ""] ?? ",")]];
  // Without a style an object is JSON.
  if (style === null && explode === null) return [[name, JSON.stringify(item)]];
  return separate ? Object.entries(item).map(([key, one]) => [key, plain(one)]) : [[name, Object.entries(item).flat().map(plain).join(separators[style ?? ""] ?? ",")]];
}

function plain(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
