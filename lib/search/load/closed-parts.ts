import type { Executor } from "#db/client.ts";
import type { Channel, Message } from "#lib/spec/normalized-spec.ts";
import { closedSchemas } from "./closed-schemas.ts";
import { partOf } from "../documents/part-of.ts";
import type { OperationRow } from "../documents/operation-document.ts";
import type { Published } from "../documents/published.ts";
import { loadReferences } from "./load-references.ts";

type Parts = { operations: OperationRow[]; messages: Message[]; channels: Channel[] };
/**
 * What not everybody who may read the interface may read of its document. `ruled`: ids of operations, messages and schemas
 * that a rule closes to most; `internal`: of schemas that only those and what is marked `x-internal` lead to; `tags` that
 * nothing else has.
 */
export type ClosedParts = { ruled: ReadonlySet<string>; internal: ReadonlySet<string>; tags: ReadonlySet<string> };

/** Costs a look at every reference of the document, where anything is hidden at all. */
export async function closedParts(db: Executor, published: Published, { operations, messages, channels }: Parts): Promise<ClosedParts> {
  const described = [
    ...operations.map((row) => ({ id: row.key, kind: "operation", tags: row.tags, internal: row.internal, part: { xInternal: false, tags: row.tags, path: row.address, operation: row.key } })),
    ...messages.map((message) => ({ id: message.id, kind: "message", tags: message.tags, internal: message.internal, part: { xInternal: false, tags: message.tags, message: message.id } })),
    ...channels.map((channel) => ({ id: channel.id, kind: "channel", tags: channel.tags, internal: channel.internal, part: { xInternal: false, tags: channel.tags, path: channel.address } })),
  ];
  const isRuled = ({ part }: (typeof described)[number]) => published.rules.some(({ visibility }) => visibility !== null) && partOf(published, part).visibility !== published.interface.visibility;
  const ruled = described.filter(isRuled);
  const hidden = described.filter((one) => one.internal || isRuled(one));
  const ofRules = published.version.tags.filter((tag) => partOf(published, { xInternal: false, tags: [tag] }).visibility !== published.interface.visibility);
  if (hidden.length === 0) return { ruled: new Set(), internal: new Set(), tags: new Set(ofRules) };
  const keys = (some: typeof described) => new Set(some.map(({ kind, id }) => `${kind} ${id}`));
  const references = await loadReferences(db, published.version.id);
  const closedTo = (some: ReadonlySet<string>) => closedSchemas(references, ({ kind, id }) => some.has(`${kind} ${id}`));
  const shownTags = new Set(described.filter((one) => !hidden.includes(one)).flatMap(({ tags }) => tags));
  return {
    ruled: new Set([...ruled.map(({ id }) => id), ...closedTo(keys(ruled))]),
    internal: closedTo(keys(hidden)),
    tags: new Set([...ofRules, ...hidden.flatMap(({ tags }) => tags).filter((tag) => !shownTags.has(tag))]),
  };
}
