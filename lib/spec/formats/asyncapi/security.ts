import type { SecurityRequirement, SecurityScheme } from "../../normalized-spec.ts";
import { lastToken } from "../../text/json-pointer.ts";
import type { LoadedDocument } from "../../text/loaded-document.ts";
import type { Node } from "../../text/resolution.ts";
import { childOf, isObject, itemsOf, membersOf, textOf, textsOf } from "../../values.ts";

const alternativesMax = 100;

/** The security schemes of one document: those of its components, and those that are written where they are used (3.x). */
export class SecurityReader {
  readonly schemes: SecurityScheme[] = [];
  readonly #nameOfPlace = new Map<string, string>();
  readonly #doc: LoadedDocument;

  constructor(doc: LoadedDocument, root: Node) {
    this.#doc = doc;
    for (const [name, entry] of membersOf(childOf(childOf(root, "components"), "securitySchemes"))) this.#add(name, entry);
  }

  /** A `security` list as alternatives: requirement objects by name in 2.x, schemes or references to them in 3.x. */
  read(list: Node): SecurityRequirement[] {
    return itemsOf(list).flatMap((item) => {
      if (!isObject(item.value)) return [];
      if (item.value["$ref"] === undefined && textOf(item.value["type"]) === null) {
        return [Object.entries(item.value).map(([scheme, scopes]) => ({ scheme, scopes: textsOf(scopes) }))];
      }
      const target = this.#doc.follow(item);
      if (target === null || !isObject(target.value)) return [];
      const place = this.#doc.canonicalId(target.file, target.pointer);
      const name = this.#nameOfPlace.get(place) ?? this.#add(item.value["$ref"] === undefined ? textOf(target.value["type"]) ?? "scheme" : lastToken(target.pointer), item);
      return name === null ? [] : [[{ scheme: name, scopes: textsOf(target.value["scopes"]) }]];
    });
  }

  #add(name: string, entry: Node): string | null {
    const target = this.#doc.follow(entry);
    if (target === null || !isObject(target.value)) return null;
    for (const { file, pointer } of [entry, target]) this.#nameOfPlace.set(this.#doc.canonicalId(file, pointer), name);
    if (!this.schemes.some((scheme) => scheme.name === name)) {
      this.schemes.push({ name, type: textOf(target.value["type"]) ?? "unknown", description: textOf(target.value["description"]), definition: target.value });
    }
    return name;
  }
}

/** What both lists ask together: a server's requirement holds beside that of the operation (2.6 and 3.0, "Operation Object"). */
export function bothRequired(server: SecurityRequirement[], operation: SecurityRequirement[]): SecurityRequirement[] {
  if (server.length === 0) return operation;
  if (operation.length === 0) return server;
  const both = server.flatMap((one) => operation.map((other) => [...one, ...other.filter(({ scheme }) => !one.some((known) => known.scheme === scheme))]));
  return distinct(both).slice(0, alternativesMax);
}

/** Each alternative once. */
export function distinct(alternatives: SecurityRequirement[]): SecurityRequirement[] {
  return [...new Map(alternatives.map((alternative) => [JSON.stringify(alternative), alternative])).values()];
}
