import type { Lifecycle, Visibility } from "#db/schema/catalog/words.ts";
import { audienceOfDocument } from "../audience.ts";
import type { SearchDocument } from "../search-document.ts";
import { joinWords } from "../words.ts";
import { documentId, searchable } from "./base.ts";

export type EntityKind = "service" | "team" | "domain";
export type Entity = {
  kind: EntityKind;
  id: number;
  slug: string;
  title: string;
  description: string | null;
  owner: { id: number; slug: string; name: string } | null;
  domain: { slug: string; name: string } | null;
  lifecycle: Lifecycle | null;
  visibility: Visibility;
};

/** A service, a team or a domain. */
export function entityDocument(entity: Entity): SearchDocument {
  const { kind, id, slug, title, description, owner, domain, lifecycle } = entity;
  const words = searchable(
    {
      kind,
      key: slug,
      name: title,
      title,
      description,
      ref: null,
      tags: [],
      deprecated: lifecycle === "deprecated",
      exact: [slug, title.toLowerCase(), joinWords(title)],
      identifiers: [title, slug],
      contextText: [kind],
    },
    [owner?.name, owner?.slug, domain?.name, domain?.slug],
  );
  return {
    ...words,
    id: documentId(kind, id),
    distinctKey: `${kind} ${id}`,
    stamp: `${kind}-${id}-${Date.now().toString(36)}`,
    format: null,
    owner: kind === "team" ? slug : (owner?.slug ?? ""),
    domain: kind === "domain" ? slug : (domain?.slug ?? ""),
    lifecycle,
    specVersion: null,
    audience: audienceOfDocument({ visibility: entity.visibility, whole: true, teamIds: owner ? [owner.id] : [] }),
    interfaceId: null,
    lineId: null,
    versionId: null,
    interface: null,
    interfaceTitle: null,
    line: null,
    version: null,
    source: null,
  };
}
