import type { References } from "#lib/search/load/closed-schemas.ts";
import type { Channel, Message, Operation, Property, Schema } from "#lib/spec/normalized-spec.ts";

export type OperationSummary = Pick<Operation, "key" | "display" | "kind" | "action" | "address" | "operationIds" | "summary" | "tags" | "deprecated" | "internal">;
export type NamedEntry = { key: string; name: string };

/**
 * What is inside one version. Two ways to it: rows of the database for current and pinned versions, and reading the
 * stored texts again for older ones. Both leave out what the reader may not see.
 */
export type VersionContents = {
  listOperations(): Promise<OperationSummary[]>;
  /** By key or by the document's spelling; `null` for none. */
  findOperation(key: string): Promise<Operation | null>;
  listChannels(): Promise<Channel[]>;
  listMessages(): Promise<Message[]>;
  listSchemas(): Promise<NamedEntry[]>;
  /** By id. What does not exist is left out. */
  getSchemas(ids: string[]): Promise<Schema[]>;
  /** Fields spelled out by one owner. */
  listProperties(owner: Property["owner"]): Promise<Property[]>;
  /** Ids of the schemas that each operation, message and schema refers to by itself. */
  listReferences(): Promise<References[]>;
  /** Names of the security schemes that each operation asks for, whoever may see it. */
  listSecurity(): Promise<{ key: string; schemes: string[] }[]>;
  /** Names of fields marked `x-internal`, wherever they stand. */
  listInternalNames(): Promise<string[]>;
};
