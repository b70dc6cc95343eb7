import type { SearchDocument } from "../search-document.ts";
import { withBase } from "../concrete-paths.ts";
import { actionWords } from "../vocabulary.ts";
import { eraseParameters, joinWords } from "../words.ts";
import { publishedDocument } from "./base.ts";
import { partOf } from "./part-of.ts";
import type { Published } from "./published.ts";

export type OperationRow = {
  key: string;
  display: string;
  kind: string;
  action: string;
  address: string | null;
  operationIds: string[];
  summary: string | null;
  description: string | null;
  tags: string[];
  deprecated: boolean;
  internal: boolean;
  /** Ids of its messages, for events, and whether it answers with another. */
  messages: string[];
  replies: boolean;
  /** Names of parameters, of fields of the body, of schemas and messages it refers to. */
  fields: string[];
};

export function operationDocument(published: Published, row: OperationRow): SearchDocument {
  const part = partOf(published, { xInternal: row.internal, tags: row.tags, path: row.address, operation: row.key });
  // Without its method, so that a path is found by any; ranking compares the method.
  const identity = eraseParameters(row.kind === "http" && row.address ? row.address : row.display);
  return publishedDocument(published, part, {
    kind: "operation",
    key: row.display,
    name: row.operationIds[0] ?? row.display,
    title: row.summary ?? row.operationIds[0] ?? row.display,
    description: row.description,
    ref: row.key,
    identity: row.key,
    tags: row.tags,
    deprecated: row.deprecated,
    role: roleOf([row]),
    exact: [identity, ...(row.kind === "http" && row.address ? calledAt(published, row.address) : []), ...row.operationIds.flatMap((id) => [id.toLowerCase(), joinWords(id)])],
    identifiers: [...row.operationIds, row.address ?? row.display],
    nameText: [row.summary ?? ""],
    contextText: [actionWords[row.action] ?? ""],
    fieldText: row.fields,
  });
}

/** Who sends an event offers it, and so does who receives a request and answers it. */
export function roleOf(rows: Pick<OperationRow, "action" | "replies">[]): SearchDocument["role"] {
  const events = rows.filter(({ action }) => action === "send" || action === "receive");
  if (events.length === 0) return null;
  return events.some(({ action, replies }) => (action === "send") !== replies) ? "offers" : "uses";
}

/** Its address as callers write it: after the base path of a server, and after its host. */
function calledAt({ version }: Published, path: string): string[] {
  return version.servers.flatMap(({ host, base }) => [...(base === "" ? [] : [withBase(base, path)]), ...(host === null ? [] : [withBase(`${host}${base}`, path)])]);
}
