import type { SchemaValue } from "../../normalized-spec.ts";
import type { Direction } from "../change.ts";
import type { Place } from "../../text/resolution.ts";
import type { Json } from "../../values.ts";
import { isObject, objectOf } from "../../values.ts";
import type { DiffRun } from "../run.ts";
import { canonical } from "../schemas/canonical.ts";
import { compareSchemas } from "./schema-changes.ts";

/** Members by which a broker decides where a message goes: Kafka's topic, AMQP's exchange and queue, and so on. */
const addresses = new Set(["topic", "is", "exchange.name", "exchange.type", "exchange.vhost", "queue.name", "queue.vhost", "queue", "destination", "destinationType", "exchange", "stream", "subject"]);

/** Members that hold schemas (AsyncAPI bindings): what a client sends there is compared as such. */
const schemas = new Set(["kafka key", "kafka groupId", "kafka clientId", "http query", "http headers", "ws query", "ws headers", "solace key", "pulsar key"]);

/** Members that tell of the broker's housekeeping, not of what clients see. */
const housekeeping = /^(partitions|replicas|topicConfiguration|queue\.(durable|autoDelete)|exchange\.(durable|autoDelete)|retention|compaction|geo-replication)$/;

/** The operation, and the ids of the message where they are a message's. */
type Of = { operation: string; direction: Direction; messages?: string[] };

/** Bindings of a channel, operation or message, by protocol. */
export function compareBindings(run: DiffRun, of: Of, base: Json | null, revision: Json | null, before: Place, after: Place): void {
  for (const protocol of new Set([...Object.keys(base ?? {}), ...Object.keys(revision ?? {})])) {
    const [written, now] = [base?.[protocol], revision?.[protocol]];
    const appears = written === undefined || now === undefined;
    for (const [member, value, other] of membersOf(objectOf(written), objectOf(now), "")) {
      if (member === "bindingVersion" || canonical(value) === canonical(other)) continue;
      // What a binding that is new or gone says of addresses may be what holds without it.
      if (appears && !addresses.has(member)) continue;
      if (schemas.has(`${protocol} ${member}`) && isObject(value) && isObject(other)) {
        compareBoundSchemas(run, { ...of, place: `${protocol}.${member}` }, { value, at: before, path: `/bindings/${protocol}/${member}` }, { value: other, at: after, path: `/bindings/${protocol}/${member}` });
        continue;
      }
      const moved = addresses.has(member) && value !== undefined && other !== undefined;
      const rule = moved ? "binding-address-changed" : housekeeping.test(member) ? "binding-housekeeping-changed" : "binding-changed";
      run.add(rule, `The ${protocol} binding \`${member}\` changed from ${short(value)} to ${short(other)}.`, { ...of, base: before, revision: after });
    }
  }
}

type Bound = { value: SchemaValue; at: Place; path: string };

function compareBoundSchemas(run: DiffRun, use: Of & { place: string }, base: Bound, revision: Bound): void {
  const held = ({ value, at, path }: Bound) => ({ schema: value, file: at.file, pointer: at.pointer + path });
  compareSchemas(run, held(base), held(revision), { ...use, wire: "typed" });
}

function membersOf(one: Json, other: Json, prefix: string): [string, unknown, unknown][] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((name): [string, unknown, unknown][] => {
    const [value, now] = [one[name], other[name]];
    // A description says nothing to a broker.
    if (name === "description" || name.startsWith("x-")) return [];
    if (prefix === "" && (isObject(value) || isObject(now)) && (name === "exchange" || name === "queue")) return membersOf(objectOf(value), objectOf(now), `${name}.`);
    return [[prefix + name, value, now]];
  });
}

function short(value: unknown): string {
  return value === undefined ? "none" : canonical(value).slice(0, 80);
}
