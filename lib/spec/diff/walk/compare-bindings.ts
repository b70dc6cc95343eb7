import type { Direction } from "../change.ts";
import type { Place } from "../../text/resolution.ts";
import type { Json } from "../../values.ts";
import { isObject, objectOf } from "../../values.ts";
import type { DiffRun } from "../run.ts";
import { canonical } from "../schemas/canonical.ts";

/** Members by which a broker decides where a message goes: Kafka's topic, AMQP's exchange and queue, and so on. */
const addresses = new Set(["topic", "is", "exchange.name", "exchange.type", "exchange.vhost", "queue.name", "queue.vhost", "queue", "destinationType", "exchange", "groupId", "clientId"]);

/** Bindings of a channel, operation or message, by protocol. */
export function compareBindings(run: DiffRun, operation: string, direction: Direction, base: Json | null, revision: Json | null, before: Place, after: Place): void {
  for (const [protocol, written] of Object.entries(base ?? {})) {
    const now = revision?.[protocol];
    if (!isObject(written) || now === undefined) continue;
    for (const [member, value, other] of membersOf(written, objectOf(now), "")) {
      if (member === "bindingVersion" || canonical(value) === canonical(other)) continue;
      const rule = addresses.has(member) && value !== undefined && other !== undefined ? "binding-address-changed" : "binding-changed";
      run.add(rule, `The ${protocol} binding \`${member}\` changed from ${short(value)} to ${short(other)}.`, { operation, direction, base: before, revision: after });
    }
  }
}

function membersOf(one: Json, other: Json, prefix: string): [string, unknown, unknown][] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((name): [string, unknown, unknown][] => {
    const [value, now] = [one[name], other[name]];
    // A description says nothing to a broker.
    if (name === "description" || name.startsWith("x-")) return [];
    if (prefix === "" && isObject(value) && isObject(now) && (name === "exchange" || name === "queue")) return membersOf(value, now, `${name}.`);
    return [[prefix + name, value, now]];
  });
}

function short(value: unknown): string {
  return value === undefined ? "none" : canonical(value).slice(0, 80);
}
