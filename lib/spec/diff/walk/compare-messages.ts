import type { Message, SchemaValue } from "../../normalized-spec.ts";
import type { Direction } from "../change.ts";
import type { DiffRun } from "../run.ts";
import { canonical } from "../schemas/canonical.ts";
import { compareBindings } from "./compare-bindings.ts";
import { compareAvro } from "./compare-avro.ts";
import { compareSchemas } from "./schema-changes.ts";

/** Where a message is sent or received. `messages`: its ids, where changes to it concern only those who use it. */
type Place = { operation: string; direction: Direction; messages?: string[] };

/** A message of both documents. `prefix` is "" or `reply.`, for the names of its fields. */
export function compareMessage(run: DiffRun, place: Place, base: Message, revision: Message, prefix: string): void {
  const about = { ...place, base, revision };
  const [type, now] = [mediaType(base.contentType), mediaType(revision.contentType)];
  if (type !== null && now !== null && type !== now) run.add("message-content-type-changed", `The content type of \`${base.name}\` changed from ${type} to ${now}.`, about);
  comparePayload(run, place, base, revision, prefix);
  if (base.headers !== null || revision.headers !== null) {
    compareSchemas(run, { schema: asMap(base.headers), file: base.file, pointer: `${base.pointer}/headers` }, { schema: asMap(revision.headers), file: revision.file, pointer: `${revision.pointer}/headers` }, { ...place, wire: "typed", place: `${prefix}headers` });
  }
  if (base.correlationId && base.correlationId.location !== revision.correlationId?.location) {
    run.add(revision.correlationId ? "correlation-id-changed" : "correlation-id-removed", `The correlation id of \`${base.name}\` ${revision.correlationId ? `is now at ${revision.correlationId.location}` : "was removed"}.`, about);
  }
  compareBindings(run, place, base.bindings, revision.bindings, base, revision);
}

/** Headers are a map of names, whether or not that is said (AsyncAPI, Message Object). */
function asMap(headers: SchemaValue | null): SchemaValue {
  if (headers === null || headers === true) return { type: "object" };
  return headers === false || headers["type"] !== undefined || headers["$ref"] !== undefined ? headers : { ...headers, type: "object" };
}

function mediaType(contentType: string | null): string | null {
  return contentType === null ? null : contentType.toLowerCase().replaceAll(/\s+/g, "").replace(/;charset=[^;]*/, "");
}

function comparePayload(run: DiffRun, place: Place, base: Message, revision: Message, prefix: string): void {
  const about = { ...place, base, revision, fields: [`${prefix}payload`] };
  const [foreign, foreignNow] = [base.payloadSource !== null, revision.payloadSource !== null];
  if (foreign && foreignNow) {
    if (canonical(base.payloadSource) === canonical(revision.payloadSource)) return;
    const avro = /avro/i;
    if (avro.test(base.schemaFormat ?? "") && avro.test(revision.schemaFormat ?? "")) compareAvro(run, base, revision, about);
    else run.add("message-payload-undecided", `The payload of \`${base.name}\` changed; its schema language is not compared.`, about);
    return;
  }
  if (foreign !== foreignNow) {
    run.add("message-schema-format-changed", `The payload of \`${base.name}\` is described in another schema language.`, about);
    return;
  }
  if (base.payload === null && revision.payload === null) return;
  compareSchemas(run, { schema: base.payload ?? true, file: base.file, pointer: `${base.pointer}/payload` }, { schema: revision.payload ?? true, file: revision.file, pointer: `${revision.pointer}/payload` }, { ...place, wire: "typed", place: `${prefix}payload` });
}
