import type { Schema as AvroSchema } from "avsc";
import avro from "avsc";
import type { Message } from "../../normalized-spec.ts";
import type { Direction } from "../change.ts";
import type { DiffRun } from "../run.ts";

type About = { operation: string; direction: Direction; messages?: string[]; base: Message; revision: Message; fields: string[] };

/** Avro payloads by Avro's own rules (1.12, "Schema Resolution"): who reads with one schema must understand what was written with the other. */
export function compareAvro(run: DiffRun, base: Message, revision: Message, about: About): void {
  const [before, after] = [typeOf(base.payloadSource), typeOf(revision.payloadSource)];
  if (!before || !after) {
    run.add("message-payload-undecided", `The Avro schema of \`${base.name}\` changed and cannot be read.`, about);
    return;
  }
  // Of what is emitted the users read with the base's schema; of what is accepted they write with it.
  const [reader, writer] = about.direction === "response" ? [before, after] : [after, before];
  const problem = resolutionProblem(reader, writer);
  if (problem !== null) run.add("message-payload-incompatible", `The Avro schema of \`${base.name}\` no longer fits: ${problem}.`, about);
  else run.add("message-payload-changed", `The Avro schema of \`${base.name}\` changed, and still fits.`, about);
}

function typeOf(source: unknown): avro.Type | null {
  try {
    return avro.Type.forSchema((typeof source === "string" && source.trim().startsWith("{") ? JSON.parse(source) : source) as AvroSchema);
  } catch {
    return null;
  }
}

function resolutionProblem(reader: avro.Type, writer: avro.Type): string | null {
  try {
    reader.createResolver(writer);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
