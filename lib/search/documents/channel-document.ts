import type { Channel } from "#lib/spec/normalized-spec.ts";
import type { SearchDocument } from "../search-document.ts";
import { eraseParameters, joinWords } from "../words.ts";
import { publishedDocument } from "./base.ts";
import { partOf } from "./part-of.ts";
import type { Published } from "./published.ts";

export function channelDocument(published: Published, channel: Channel, role: SearchDocument["role"]): SearchDocument {
  const part = partOf(published, { xInternal: channel.internal, tags: channel.tags, path: channel.address });
  const name = channel.title ?? channel.id;
  return publishedDocument(published, part, {
    kind: "channel",
    key: channel.address ?? channel.id,
    name,
    title: channel.summary ?? name,
    description: channel.description,
    ref: channel.id,
    identity: channel.id,
    tags: channel.tags,
    deprecated: channel.deprecated,
    role,
    exact: [eraseParameters(channel.address ?? channel.id), eraseParameters(channel.id), joinWords(channel.id)],
    identifiers: [channel.address ?? "", channel.id, channel.title ?? ""].filter(Boolean),
    nameText: channel.messages,
    contextText: ["channel topic event"],
    fieldText: channel.parameters.map(({ name }) => name),
  });
}
