import { channelUrl, messageUrl, schemaUrl } from "./entity-url.ts";
import { operationUrl } from "./operation-url.ts";

/** The parts of a document that have pages of their own. */
export const partKindNames = ["operation", "channel", "message", "schema"] as const;
export type PartKind = (typeof partKindNames)[number];

/** Path of the page of a part, by its key in the document. */
export function partUrl(kind: PartKind, at: { slug: string; line?: string | null; version?: number | null }, key: string): string {
  if (kind === "operation") return operationUrl({ ...at, key });
  if (kind === "channel") return channelUrl({ ...at, id: key });
  return kind === "message" ? messageUrl({ ...at, id: key }) : schemaUrl({ ...at, id: key });
}
