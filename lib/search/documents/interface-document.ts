import type { SearchDocument } from "../search-document.ts";
import { eraseParameters, joinWords } from "../words.ts";
import { publishedDocument } from "./base.ts";
import { partOf } from "./part-of.ts";
import type { Published } from "./published.ts";

/** An interface, as the current version of one of its lines describes it; of a listed one its name, owner and one line alone. */
export function interfaceDocument(published: Published): SearchDocument {
  const { interface: api } = published;
  const isListed = api.visibility === "listed";
  const version = isListed ? { ...published.version, description: null, tags: [], source: "", specVersion: "", sequence: 0 } : published.version;
  const shown = isListed ? { ...published, version } : published;
  return publishedDocument(shown, partOf(published, { xInternal: false }), {
    kind: "interface",
    key: api.slug,
    name: api.title,
    title: version.summary ?? api.summary ?? api.title,
    description: version.description,
    ref: null,
    identity: "",
    tags: version.tags.slice(0, 100),
    deprecated: (published.line.lifecycle ?? api.lifecycle) === "deprecated",
    exact: [api.slug, eraseParameters(api.title), joinWords(api.title), joinWords(withoutCommonWords(api.title)), ...(isListed ? [] : version.servers.flatMap(({ host }) => host ?? []))],
    identifiers: [api.title, api.slug],
    nameText: [version.summary ?? api.summary ?? ""],
    contextText: isListed ? [] : [api.repository ?? "", version.source.replace(/\.\w+$/, "")],
    fieldText: version.tags,
  });
}

/** "Stripe API" is asked for as "stripe". */
function withoutCommonWords(title: string): string {
  return title.replace(/\b(the|rest|http|api|apis|service|v?\d+(\.\d+)*)\b/gi, " ");
}
