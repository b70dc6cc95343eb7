import { createHash } from "node:crypto";
import { audienceOfDocument } from "../audience.ts";
import type { SearchDocument, SearchKind } from "../search-document.ts";
import { shorten, splitWords, stemsOf } from "../words.ts";
import type { Published } from "./published.ts";
import type { Part } from "./part-of.ts";

const titleCharactersMax = 200;
/** How much of a description is shown, and how many stems of it and of the fields are searched: much for what is few, little for properties. */
const sizes = { main: { description: 280, text: 60, fields: 80 }, property: { description: 160, text: 25, fields: 25 } };

/** What the builder of a kind gives; the rest follows from where the thing stands. */
export type Draft = {
  kind: SearchKind;
  key: string;
  name: string;
  title: string;
  description: string | null;
  context?: string | null;
  ref: string | null;
  /** What tells it from others of its kind on its line; `key` if left out. */
  identity?: string;
  tags: string[];
  deprecated: boolean;
  role?: SearchDocument["role"];
  /** Identities as written; compared in lower case with parameters erased. */
  exact: string[];
  /** Identifiers to split, best first. */
  identifiers: string[];
  /** More words of the same weight as names, of the context, and of the fields. */
  nameText?: string[];
  contextText?: string[];
  fieldText?: string[];
};

/** A document for a part of a published version, or for the interface itself. */
export function publishedDocument(published: Published, part: Part, draft: Draft): SearchDocument {
  const { interface: api, line, version, domain } = published;
  const owner = part.owner ?? published.owner;
  return {
    ...searchable(draft, draft.kind === "property" ? [api.title] : [api.title, owner?.name, owner?.slug, domain?.name, domain?.slug, ...draft.tags]),
    secondary: version.secondary,
    id: documentId("line", line.id, draft.kind, draft.identity ?? draft.key),
    distinctKey: `${api.id} ${draft.kind} ${draft.identity ?? draft.key}`,
    format: api.format,
    owner: owner?.slug ?? "",
    domain: domain?.slug ?? "",
    lifecycle: line.lifecycle ?? api.lifecycle,
    specVersion: specVersionFacet(version.format, version.specVersion),
    audience: audienceOfDocument({ visibility: part.visibility, xInternal: part.xInternal, whole: draft.kind === "interface", teamIds: part.teamIds }),
    interfaceId: api.id,
    lineId: line.id,
    versionId: version.id,
    interface: api.slug,
    interfaceTitle: api.title,
    line: line.name,
    version: version.sequence,
    source: version.source,
    stamp: published.stamp,
  };
}

/** What does not depend on where a thing stands. */
export function searchable(draft: Draft, context: (string | null | undefined)[]) {
  const { kind, key, name, title, ref, tags, deprecated, identifiers } = draft;
  const size = kind === "property" ? sizes.property : sizes.main;
  const stemsName = stemsOf(...identifiers, ...(draft.nameText ?? []));
  return {
    kind,
    key,
    name,
    title: shorten(title, titleCharactersMax) ?? key,
    description: shorten(draft.description, size.description),
    context: draft.context ?? null,
    ref,
    tags,
    deprecated,
    secondary: false,
    role: draft.role ?? null,
    exact: [...new Set(draft.exact)],
    words: wordsOf(identifiers),
    stemsName: stemsName.join(" "),
    stemsContext: stemsOf(...context, ...(draft.contextText ?? [])).join(" "),
    stemsText: stemsOf(shorten(draft.description, size.description * 2)).slice(0, size.text).join(" "),
    stemsFields: stemsOf(...(draft.fieldText ?? [])).slice(0, size.fields).join(" "),
  };
}

/** Words of identifiers, and each identifier of several words joined into one: people type `listpulls` too. */
function wordsOf(identifiers: string[]): string {
  const found = new Set<string>();
  for (const identifier of identifiers) {
    const words = splitWords(identifier);
    for (const word of words) found.add(word);
    const joined = words.join("");
    if (joined !== "" && joined.length <= 40) found.add(joined);
  }
  return [...found].join(" ");
}

/** Valid as an id of any engine, and the same for ever. */
export function documentId(...parts: (string | number)[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 32);
}

/** "OpenAPI 3.1": versions that differ by a patch are one choice. */
function specVersionFacet(format: Published["version"]["format"], specVersion: string): string {
  return `${formatNames[format]} ${/^\d+\.\d+/.exec(specVersion)?.[0] ?? specVersion}`;
}
const formatNames = { openapi: "OpenAPI", asyncapi: "AsyncAPI" };
