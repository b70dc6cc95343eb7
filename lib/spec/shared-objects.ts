import type { Contact, ExternalDocs, License, Tag } from "./normalized-spec.ts";
import { isObject, textOf } from "./values.ts";

/** Objects that OpenAPI and AsyncAPI write alike; `null` where there is none. */
export function externalDocsOf(value: unknown): ExternalDocs | null {
  const url = isObject(value) ? textOf(value["url"]) : null;
  return isObject(value) && url !== null ? { url, description: textOf(value["description"]) } : null;
}

export function contactOf(value: unknown): Contact | null {
  return isObject(value) ? { name: textOf(value["name"]), email: textOf(value["email"]), url: textOf(value["url"]) } : null;
}

export function licenseOf(value: unknown): License | null {
  if (!isObject(value)) return null;
  const url = textOf(value["url"]);
  const identifier = textOf(value["identifier"]);
  const name = textOf(value["name"]) ?? identifier ?? url;
  return name === null ? null : { name, url, identifier };
}

export function tagOf(value: unknown): Tag | null {
  const name = isObject(value) ? textOf(value["name"]) : textOf(value);
  if (name === null) return null;
  return isObject(value) ? { name, description: textOf(value["description"]) ?? textOf(value["summary"]), externalDocs: externalDocsOf(value["externalDocs"]) } : { name, description: null, externalDocs: null };
}
