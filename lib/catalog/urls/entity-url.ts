import { decodeSegment, encodeSegment, versionQuery } from "./operation-url.ts";

type At = { slug: string; line?: string | null; version?: number | null };

const named = /^#\/(?:components\/schemas|definitions)\/([^/]+)$/;

/** Path of a schema's page. Schemas of the usual place go by their name, others by their whole id. */
export function schemaUrl(at: At & { id: string }): string {
  const name = named.exec(at.id)?.[1];
  return path(at, "schemas", name === undefined || name.includes("#") ? at.id : unescapePointer(name));
}

/** What a segment of a schema's address may name: ids (`Schema.id`) in the order in which to look for them, then a plain name. */
export function decodeSchemaName(segment: string): { ids: string[]; name: string } {
  const text = decodeSegment(segment);
  const name = text.replaceAll("~", "~0").replaceAll("/", "~1");
  return { ids: text.includes("#") ? [text] : [`#/components/schemas/${name}`, `#/definitions/${name}`], name: text };
}

/** Path of a channel's page within an interface, by `Channel.id`. */
export function channelUrl(at: At & { id: string }): string {
  return path(at, "channels", at.id);
}

/** Path of a message's page within an interface, by `Message.id`. */
export function messageUrl(at: At & { id: string }): string {
  return path(at, "messages", at.id);
}

/** Path of a version's page: the sequence number on its line. */
export function versionUrl(at: { slug: string; line?: string | null; version: number }): string {
  return `/interfaces/${encodeURIComponent(at.slug)}/versions/${at.version}${versionQuery({ line: at.line ?? null })}`;
}

/** Path of an interface's page or one of its tabs. */
export function interfaceUrl(at: At & { tab?: string }): string {
  return `/interfaces/${encodeURIComponent(at.slug)}${at.tab ? `/${at.tab}` : ""}${versionQuery(at)}`;
}

/** Where to ask what became of a field of a part; `&field=` is still to follow. */
export function goneFieldUrl(at: At & { kind: string; id: string }): string {
  const query = new URLSearchParams({ kind: at.kind, id: at.id, ...(at.line ? { line: at.line } : {}), ...(at.version ? { version: String(at.version) } : {}) });
  return `/interfaces/${encodeURIComponent(at.slug)}/gone-field?${query}`;
}

function path(at: At, tab: string, id: string): string {
  return `/interfaces/${encodeURIComponent(at.slug)}/${tab}/${encodeSegment(id)}${versionQuery(at)}`;
}

function unescapePointer(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
