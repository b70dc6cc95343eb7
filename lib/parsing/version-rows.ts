import type { NormalizedSpec, Operation } from "../spec/normalized-spec.ts";
import { jsonForPostgres } from "./json-for-postgres.ts";

/**
 * The rows of one version, ready for `json_to_recordset`: each entry is the JSON text of an array of at most a few
 * thousand rows. Made where the document is parsed, so that no large object crosses a thread or is walked twice.
 */
export type VersionRows = {
  operations: string[];
  operationMessages: string[];
  channels: string[];
  messages: string[];
  schemas: string[];
  properties: string[];
};

const rowsPerChunk = 2_000;

/** Names of members are column names. */
export function versionRows(spec: NormalizedSpec): VersionRows {
  return {
    operations: chunks(spec.operations.map(operationRow)),
    operationMessages: chunks(spec.operations.flatMap(messagesOfOperation)),
    channels: chunks(spec.channels.map((channel, ordinal) => ({ name: channel.id, ordinal, address: channel.address, detail: channel }))),
    messages: chunks(spec.messages.map((message, ordinal) => ({ key: message.id, ordinal, name: message.name, detail: message }))),
    schemas: chunks(spec.schemas.map((schema, ordinal) => ({ key: schema.id, ordinal, name: schema.name, detail: schema }))),
    properties: chunks(
      spec.properties.map(({ owner, place, path, name, type, description, required, internal, ref, ...detail }) => ({
        owner_kind: owner.kind, owner_key: owner.id, place, path, name, type, description, required, internal, ref_key: ref, detail: withoutDefaults(detail),
      })),
    ),
  };
}

/** A document has tens of thousands of fields; most say nothing beyond name and type. Readers fill in again. */
function withoutDefaults(detail: object): object {
  return Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0)));
}

function operationRow(operation: Operation, ordinal: number) {
  const { key, display, kind, action, address, operationIds, summary, tags, deprecated, internal, sunset } = operation;
  return { ordinal, key, display, kind, action, address, operation_ids: operationIds, summary, tags, deprecated, internal, sunset, detail: operation };
}

function messagesOfOperation(operation: Operation) {
  return [
    ...[...new Set(operation.messages)].map((message) => ({ key: operation.key, message, role: "message" })),
    ...[...new Set(operation.reply?.messages)].map((message) => ({ key: operation.key, message, role: "reply" })),
  ];
}

function chunks(rows: object[]): string[] {
  const texts: string[] = [];
  for (let start = 0; start < rows.length; start += rowsPerChunk) texts.push(jsonForPostgres(rows.slice(start, start + rowsPerChunk)));
  return texts;
}
