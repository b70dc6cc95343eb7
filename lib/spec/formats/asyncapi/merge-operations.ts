import type { Operation, Reply, SecurityRequirement } from "../../normalized-spec.ts";
import { extensionsOf, objectOf, textOf } from "../../values.ts";
import { sunsetOf } from "../../sunset.ts";
import { readBindings } from "./bindings.ts";
import { mergePatch, pick } from "./layers.ts";
import type { Reading } from "./reading.ts";
import { bothRequired, distinct } from "./security.ts";
import { readExternalDocs, tagNames } from "./tags.ts";
import type { WrittenOperation } from "./written-operation.ts";

/** Operations by their key: those of one action and address are one operation with the messages of all. */
export function mergeOperations(reading: Reading, written: WrittenOperation[]): Operation[] {
  const byKey = new Map<string, Operation>();
  for (const one of written) {
    if (byKey.size >= reading.doc.limits.entitiesMax) {
      const message = `The document has more than ${reading.doc.limits.entitiesMax} operations (limit entitiesMax); the rest is left out.`;
      reading.doc.diagnose({ severity: "error", code: "limit-entities", message, file: one.node.file, pointer: one.node.pointer });
      break;
    }
    const operation = readOperation(reading, one);
    const known = byKey.get(operation.key);
    byKey.set(operation.key, known ? merged(known, operation) : operation);
  }
  return [...byKey.values()];
}

function readOperation(reading: Reading, { action: ownAction, channel, name, node, layers, messages, reply }: WrittenOperation): Operation {
  const action = reading.client ? turned(ownAction) : ownAction;
  const address = channel?.channel.address ?? null;
  const shown = address ?? `?${channel?.channel.id ?? name ?? "unknown"}`;
  const text = (member: string) => textOf(pick(layers, member).value);
  const flag = (member: string) => pick(layers, member).value === true;
  return {
    key: `${action} ${address === null ? shown : eraseParameters(address)}`,
    display: `${action} ${shown}`,
    kind: "event",
    action,
    address,
    parent: null,
    operationIds: name === null ? [] : [name],
    summary: text("summary") ?? text("title"),
    description: text("description"),
    tags: tagNames(reading, pick(layers, "tags")),
    deprecated: flag("deprecated") || flag("x-deprecated") || channel?.channel.deprecated === true,
    sunset: sunsetOf(objectOf(node.value)),
    internal: flag("x-internal") || (channel?.channel.internal ?? reading.internal),
    externalDocs: readExternalDocs(reading, pick(layers, "externalDocs")),
    servers: null,
    security: securityOf(reading, channel?.channel.servers ?? [], reading.security.read(pick(layers, "security"))),
    parameters: [],
    requestBody: null,
    responses: [],
    callbacks: [],
    channel: channel?.channel.id ?? null,
    messages,
    reply,
    bindings: readBindings(reading.doc, layers),
    extensions: extensionsOf(node.value),
    file: node.file,
    pointer: node.pointer,
  };
}

/** `users/{userId}/signed-up` as `users/{}/signed-up`: what a parameter is called is no part of the address. */
export function eraseParameters(address: string): string {
  return address.replace(/\{[^{}]*\}/g, "{}");
}

function turned(action: "send" | "receive"): "send" | "receive" {
  return action === "send" ? "receive" : "send";
}

function securityOf(reading: Reading, serverNames: string[], own: SecurityRequirement[]): SecurityRequirement[] {
  const servers = reading.servers.all.filter(({ name }) => name !== null && serverNames.includes(name));
  const ofServers = servers.every(({ security }) => security.length === 0) ? [] : servers.flatMap(({ security }) => (security.length === 0 ? [[]] : security));
  return bothRequired(distinct(ofServers), own);
}

function merged(first: Operation, second: Operation): Operation {
  return {
    ...first,
    operationIds: union(first.operationIds, second.operationIds),
    summary: first.summary ?? second.summary,
    description: first.description ?? second.description,
    tags: union(first.tags, second.tags),
    deprecated: first.deprecated && second.deprecated,
    sunset: first.deprecated && second.deprecated ? (first.sunset ?? second.sunset) : null,
    internal: first.internal && second.internal,
    externalDocs: first.externalDocs ?? second.externalDocs,
    security: distinct([...first.security, ...second.security]),
    channel: first.channel ?? second.channel,
    messages: union(first.messages, second.messages),
    reply: mergedReply(first.reply, second.reply),
    bindings: first.bindings && second.bindings ? mergePatch(second.bindings, first.bindings) : (first.bindings ?? second.bindings),
    extensions: { ...second.extensions, ...first.extensions },
  };
}

/** One of several requests may be answered by any of the messages that answer one of them. */
function mergedReply(first: Reply | null, second: Reply | null): Reply | null {
  return first && second ? { ...first, messages: union(first.messages, second.messages) } : (first ?? second);
}

function union(one: string[], other: string[]): string[] {
  return [...new Set([...one, ...other])];
}
