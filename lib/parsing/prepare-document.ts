import type { NormalizedSpec, ParsedSpec } from "../spec/normalized-spec.ts";
import { jsonForPostgres } from "./json-for-postgres.ts";
import { type Participation, participationsOf } from "./participations-of.ts";
import type { FileBlob, ParsedUpload } from "./parsed-upload.ts";
import { type VersionRows, versionRows } from "./version-rows.ts";

/** A document made ready to be stored: small but for `rows` and `blobs`, which are texts and bytes. */
export type PreparedDocument = Omit<ParsedSpec, "spec"> & {
  /** `null` when it cannot be understood; then there is nothing to store. */
  spec: SpecHead | null;
  rows: VersionRows | null;
  participations: Participation[];
  blobs: FileBlob[];
  /** Equal means unchanged; "" where there is nothing to store. */
  contentHash: string;
};

/** The facts of a document without what is stored in rows of its own. */
export type SpecHead = Omit<NormalizedSpec, "operations" | "channels" | "messages" | "schemas" | "properties"> & {
  operationCount: number;
  messageCount: number;
  schemaCount: number;
};

/** What a read document becomes in the database. Walks all of it once: done where it was read. */
export function prepareDocument({ parsed: { spec, ...verdict }, blobs, contentHash }: Pick<ParsedUpload, "parsed" | "blobs" | "contentHash">): PreparedDocument {
  const said = storable(verdict);
  if (!spec) return { ...said, ...unreadable() };
  return { ...said, spec: storable(headOf(spec)), rows: versionRows(spec), participations: storable(participationsOf(spec)), blobs, contentHash: contentHash ?? "" };
}

/** The same for whoever only asks what it is and stores no version of it: its rows are half of the work. */
export function describeDocument({ parsed: { spec, ...verdict }, blobs, contentHash }: Pick<ParsedUpload, "parsed" | "blobs" | "contentHash">): PreparedDocument {
  const said = storable(verdict);
  return spec ? { ...said, spec: storable(headOf(spec)), rows: null, participations: [], blobs, contentHash: contentHash ?? "" } : { ...said, ...unreadable() };
}

const unreadable = () => ({ spec: null, rows: null, participations: [], blobs: [], contentHash: "" });

function headOf({ operations, channels: _channels, messages, schemas, properties: _properties, ...facts }: NormalizedSpec): SpecHead {
  return { ...facts, operationCount: operations.length, messageCount: messages.length, schemaCount: schemas.length };
}

/** The same through JSON, so that no text of it can be refused by the database. */
function storable<Value>(value: Value): Value {
  return JSON.parse(jsonForPostgres(value)) as Value;
}
