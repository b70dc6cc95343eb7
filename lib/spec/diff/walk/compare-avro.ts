import type { Schema as AvroSchema } from "avsc";
import avro from "avsc";
import type { Message } from "../../normalized-spec.ts";
import type { Direction } from "../change.ts";
import type { DiffRun } from "../run.ts";
import { logicalProblem } from "./avro-logical-types.ts";
import { withoutNamespaces } from "./avro-namespaces.ts";

type About = { operation: string; direction: Direction; messages?: string[]; base: Message; revision: Message; fields: string[] };

/** Avro payloads by Avro's own rules (1.12, "Schema Resolution"): who reads with one schema must understand what was written with the other. */
export function compareAvro(run: DiffRun, base: Message, revision: Message, about: About): void {
  const [before, after] = [schemaOf(base.payloadSource), schemaOf(revision.payloadSource)];
  if (typeOf(before) === null || typeOf(after) === null) {
    run.add("message-payload-undecided", `The Avro schema of \`${base.name}\` changed and cannot be read.`, about);
    return;
  }
  // Of what is emitted the users read with the base's schema; of what is accepted they write with it.
  const [reader, writer] = about.direction === "response" ? [before, after] : [after, before];
  const problem = resolutionProblem(reader, writer) ?? logicalProblem(reader, writer);
  if (problem !== null) run.add("message-payload-incompatible", `The Avro schema of \`${base.name}\` no longer fits: ${problem}.`, about);
  else run.add("message-payload-changed", `The Avro schema of \`${base.name}\` changed, and still fits.`, about);
}

function schemaOf(source: unknown): unknown {
  if (typeof source !== "string" || !/^\s*[[{"]/.test(source)) return source;
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return source;
  }
}

function typeOf(schema: unknown): avro.Type | null {
  try {
    return avro.Type.forSchema(schema as AvroSchema);
  } catch {
    return null;
  }
}

/** Records match by their names without namespaces, which is more than the library grants. */
function resolutionProblem(reader: unknown, writer: unknown): string | null {
  const problem = problemOf(typeOf(reader), typeOf(writer));
  if (problem === null) return null;
  const [bare, bareWriter] = [withoutNamespaces(reader), withoutNamespaces(writer)];
  return bare === null || bareWriter === null ? problem : problemOf(typeOf(bare), typeOf(bareWriter));
}

function problemOf(reader: avro.Type | null, writer: avro.Type | null): string | null {
  if (!reader || !writer) return "it cannot be read";
  try {
    reader.createResolver(writer);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
