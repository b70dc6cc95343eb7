import type { SchemaValue } from "../../normalized-spec.ts";
import type { Direction } from "../change.ts";
import type { Place } from "../../text/resolution.ts";
import type { Json } from "../../values.ts";
import { isObject, objectOf } from "../../values.ts";
import type { DiffRun } from "../run.ts";
import { canonical } from "../schemas/canonical.ts";
import { compareSchemas } from "./schema-changes.ts";

/** Members by which a broker decides where a message goes: Kafka's topic, AMQP's exchange and queue, HTTP's method, and so on. */
const addresses = new Set(["topic", "is", "exchange.name", "exchange.type", "exchange.vhost", "queue.name", "queue.vhost", "queue", "destination", "destinationType", "exchange", "stream", "subject", "method"]);

/** Members that hold schemas (AsyncAPI bindings): what a client sends there is compared as such. */
const schemas = new Set(["kafka key", "kafka groupId", "kafka clientId", "http query", "http headers", "ws query", "ws headers", "solace key", "pulsar key"]);

/** Members that tell of the broker's housekeeping, not of what clients see. */
const housekeeping = /^(partitions|replicas|topicConfiguration|queue\.(durable|autoDelete)|exchange\.(durable|autoDelete)|retention|compaction|geo-replication)$/;

/** The operation, and the ids of the message where they are a message's. */
type Of = { operation: string; direction: Direction; messages?: string[] };

/** What holds where nothing is written (AsyncAPI, bindings of Kafka and AMQP); the topic is the channel's own address. */
const defaults: Readonly<Record<string, string>> = { "amqp is": "routingKey", "amqp exchange.vhost": "/", "amqp queue.vhost": "/" };

/** Bindings of a channel, operation or message, by protocol. `address`: of the channel. */
export function compareBindings(run: DiffRun, of: Of, base: Json | null, revision: Json | null, before: Place, after: Place, address: { base: string | null; revision: string | null } = { base: null, revision: null }): void {
  for (const protocol of new Set([...Object.keys(base ?? {}), ...Object.keys(revision ?? {})])) {
    const [written, now] = [base?.[protocol], revision?.[protocol]];
    const left: string[] = [];
    for (const [member, given, other] of membersOf(objectOf(written), objectOf(now), "")) {
      const name = `${protocol} ${member}`;
      const [value, is] = name === "kafka topic" ? [given ?? address.base, other ?? address.revision] : [given ?? defaults[name], other ?? defaults[name]];
      if (member === "bindingVersion" || canonical(value) === canonical(is)) continue;
      if (schemas.has(name) && (isObject(value) || isObject(is))) {
        compareBound(run, of, { protocol, member, value, is }, before, after);
        continue;
      }
      // Said by a binding that is new or gone as a whole.
      if ((written === undefined || now === undefined) && !addresses.has(member)) {
        if (!housekeeping.test(member)) left.push(member);
        continue;
      }
      const moved = addresses.has(member) && value !== undefined && is !== undefined;
      const rule = moved ? "binding-address-changed" : housekeeping.test(member) ? "binding-housekeeping-changed" : "binding-changed";
      run.add(rule, `The ${protocol} binding \`${member}\` changed from ${short(value)} to ${short(is)}.`, { ...of, base: before, revision: after });
    }
    if (left.length === 0) continue;
    const words = left.map((member) => `\`${member}\``).join(", ");
    run.add(now === undefined ? "binding-removed" : "binding-added", `The ${protocol} binding was ${now === undefined ? "removed" : "added"}: ${words}.`, { ...of, base: before, revision: after });
  }
}

type Member = { protocol: string; member: string; value: unknown; is: unknown };

/** What a client writes there or reads from there. Every user of a message meets its key. */
function compareBound(run: DiffRun, of: Of, { protocol, member, value, is }: Member, before: Place, after: Place): void {
  const place = `${protocol}.${member}`;
  const isKey = member === "key";
  // Query and headers are maps, with or without names.
  const otherwise = member === "query" || member === "headers" ? { type: "object" } : null;
  const [base, revision] = [isObject(value) ? value : otherwise, isObject(is) ? is : otherwise];
  if (base && revision) {
    const path = `/bindings/${protocol}/${member}`;
    // Whoever connects writes what opens a WebSocket, whichever way messages go then.
    const direction = protocol === "ws" ? "request" : of.direction;
    compareBoundSchemas(run, { ...of, direction, place, everyone: isKey }, { value: base, at: before, path }, { value: revision, at: after, path });
  } else if (isKey) {
    const suffix = of.direction === "response" ? "sent" : "received";
    run.add(`message-key-${base ? "removed" : "added"}-${suffix}`, `The ${protocol} key of the message was ${base ? "removed" : "added"}.`, { ...of, base: before, revision: after, fields: [place], everyone: true });
  } else {
    run.add("binding-changed", `The ${protocol} binding \`${member}\` was ${base ? "removed" : "added"}.`, { ...of, base: before, revision: after });
  }
}

type Bound = { value: SchemaValue; at: Place; path: string };

function compareBoundSchemas(run: DiffRun, use: Of & { place: string; everyone: boolean }, base: Bound, revision: Bound): void {
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
