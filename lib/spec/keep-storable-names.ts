import type { NormalizedSpec } from "./normalized-spec.ts";
import type { LoadedDocument } from "./text/loaded-document.ts";

type Named = { file: string; pointer: string };

const titleCharactersMax = 500;
const hostCharactersMax = 1_000;

/**
 * Leaves out, with a finding each, what goes by a name that no index can hold or that would be another's once the
 * characters which no database stores (U+0000, unpaired surrogates) are replaced. References to it are left out too.
 */
export function keepStorableNames(spec: NormalizedSpec, doc: LoadedDocument): NormalizedSpec {
  const keep = <Item extends Named>(kind: string, items: Item[], nameOf: (item: Item) => string): Item[] => {
    const taken = new Set<string>();
    return items.filter((item) => {
      const name = nameOf(item);
      const stored = storedName(name);
      const reason = tooLong(name, doc.limits.nameBytesMax) ? "long" : taken.has(stored) ? "taken" : null;
      taken.add(stored);
      if (reason !== null) leaveOut(doc, kind, reason, item);
      return reason === null;
    });
  };
  // An address is a channel's name to others, an id its name here.
  const channels = keep("channel", spec.channels, ({ id, address }) => (tooLong(address ?? "", doc.limits.nameBytesMax) ? (address ?? "") : id));
  const messages = keep("message", spec.messages, ({ id }) => id);
  const operations = keep("operation", spec.operations, ({ key }) => key);
  const schemas = keep("schema", spec.schemas, ({ id }) => id);
  const properties = spec.properties.filter(({ name, path }) => !tooLong(name, doc.limits.nameBytesMax) && !tooLong(path, doc.limits.nameBytesMax * 2));
  const unchanged =
    channels.length === spec.channels.length && messages.length === spec.messages.length && operations.length === spec.operations.length &&
    schemas.length === spec.schemas.length && properties.length === spec.properties.length;
  const kept = { ...spec, title: shortened(spec.title), label: shortened(spec.label), servers: spec.servers.map(withShortHost) };
  if (unchanged) return withShortTags(kept, doc);
  const [channelIds, messageIds, operationKeys, schemaIds] = [idsOf(channels), idsOf(messages), new Set(operations.map(({ key }) => key)), idsOf(schemas)];
  const owners = { operation: operationKeys, message: messageIds, schema: schemaIds };
  const keptMessages = (ids: string[]) => ids.filter((id) => messageIds.has(id));
  return withShortTags(
    {
      ...kept,
      channels: channels.map((channel) => ({ ...channel, messages: keptMessages(channel.messages) })),
      messages,
      operations: operations.map((operation) => ({
        ...operation,
        channel: operation.channel !== null && channelIds.has(operation.channel) ? operation.channel : null,
        messages: keptMessages(operation.messages),
        reply: operation.reply && { ...operation.reply, messages: keptMessages(operation.reply.messages) },
        callbacks: operation.callbacks.filter((key) => operationKeys.has(key)),
      })),
      schemas,
      properties: properties.filter(({ owner }) => owners[owner.kind].has(owner.id)),
    },
    doc,
  );
}

function leaveOut(doc: LoadedDocument, kind: string, reason: "long" | "taken", { file, pointer }: Named): void {
  const message =
    reason === "long"
      ? `The name of this ${kind} is longer than ${doc.limits.nameBytesMax} bytes (limit nameBytesMax); it is left out.`
      : `The name of this ${kind} differs from another's only in characters that cannot be stored; it is left out.`;
  doc.diagnose({ severity: "error", code: reason === "long" ? "limit-name" : "unstorable-name", message, help: "Give it a shorter, plain name.", file, pointer });
}

function idsOf(items: { id: string }[]): Set<string> {
  return new Set(items.map(({ id }) => id));
}

function storedName(name: string): string {
  return name.isWellFormed() && !name.includes("\0") ? name : name.toWellFormed().replaceAll("\0", "\uFFFD");
}

function tooLong(name: string, bytesMax: number): boolean {
  // A letter takes three bytes at most: nearly no name need be measured.
  return name.length * 3 > bytesMax && new TextEncoder().encode(name).byteLength > bytesMax;
}

function shortened(text: string): string {
  return text.length > titleCharactersMax ? `${text.slice(0, titleCharactersMax - 1).toWellFormed()}…` : text;
}

function withShortHost(server: NormalizedSpec["servers"][number]): NormalizedSpec["servers"][number] {
  const long = (server.host?.length ?? 0) > hostCharactersMax || (server.protocol?.length ?? 0) > 100;
  return long ? { ...server, host: null, protocol: null, placeholder: true } : server;
}

function withShortTags(spec: NormalizedSpec, doc: LoadedDocument): NormalizedSpec {
  const short = (name: string) => !tooLong(name, doc.limits.nameBytesMax);
  const long = (operation: NormalizedSpec["operations"][number]) => !operation.tags.every(short) || !operation.operationIds.every(short);
  if (spec.tags.every(({ name }) => short(name)) && !spec.operations.some(long)) return spec;
  return {
    ...spec,
    tags: spec.tags.filter(({ name }) => short(name)),
    operations: spec.operations.map((operation) => (long(operation) ? { ...operation, tags: operation.tags.filter(short), operationIds: operation.operationIds.filter(short) } : operation)),
  };
}
