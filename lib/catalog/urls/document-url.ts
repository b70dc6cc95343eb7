import type { SearchDocument } from "#lib/search/search-document.ts";
import { channelUrl, interfaceUrl, messageUrl, schemaUrl } from "./entity-url.ts";
import { operationUrl } from "./operation-url.ts";

/** Path of the page of something that was found. */
export function documentUrl(document: Pick<SearchDocument, "kind" | "key" | "ref" | "interface" | "line">): string {
  const { kind, key, ref, interface: slug, line } = document;
  if (kind === "service" || kind === "team" || kind === "domain") return `/${kind}s/${encodeURIComponent(key)}`;
  const at = { slug: slug ?? "", line };
  const found = ref ?? key;
  if (kind === "operation") return operationUrl({ ...at, key: found });
  if (kind === "channel") return channelUrl({ ...at, id: found });
  if (kind === "message") return messageUrl({ ...at, id: found });
  if (kind === "property") return ownerUrl(at, found, key);
  return interfaceUrl(at);
}

/** A property is shown where it is spelled out: `schema #/components/schemas/Order`, `operation GET /orders`, `message placed`. */
function ownerUrl(at: { slug: string; line: string | null }, owner: string, name: string): string {
  const [kind = "", ...rest] = owner.split(" ");
  const id = rest.join(" ");
  if (kind === "schema") return schemaUrl({ ...at, id });
  if (kind === "operation") return operationUrl({ ...at, key: id });
  if (kind === "message") return messageUrl({ ...at, id });
  return interfaceUrl({ ...at, tab: `schemas#${encodeURIComponent(name)}` });
}
