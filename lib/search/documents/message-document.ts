import type { Message } from "#lib/spec/normalized-spec.ts";
import type { SearchDocument } from "../search-document.ts";
import { joinWords } from "../words.ts";
import { publishedDocument } from "./base.ts";
import { partOf } from "./part-of.ts";
import type { Published } from "./published.ts";

/** `fields` are names of its payload's and headers' fields. */
export function messageDocument(published: Published, message: Message, fields: string[], role: SearchDocument["role"]): SearchDocument {
  const part = partOf(published, { xInternal: message.internal, tags: message.tags, message: message.id });
  return publishedDocument(published, part, {
    kind: "message",
    key: message.name,
    name: message.name,
    title: message.title ?? message.summary ?? message.name,
    description: message.description ?? message.summary,
    ref: message.id,
    identity: message.id,
    tags: message.tags,
    deprecated: message.deprecated,
    role,
    exact: [message.name, message.id, message.title ?? ""].filter(Boolean).flatMap((name) => [name.toLowerCase(), joinWords(name)]),
    identifiers: [message.name, message.id, message.title ?? ""].filter(Boolean),
    nameText: [message.summary ?? ""],
    contextText: ["message event"],
    fieldText: fields,
  });
}
