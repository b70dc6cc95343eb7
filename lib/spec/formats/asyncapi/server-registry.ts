import type { Server } from "../../normalized-spec.ts";
import { fillVariables, serverOf, serverVariables } from "../../servers.ts";
import type { LoadedDocument } from "../../text/loaded-document.ts";
import type { Node } from "../../text/resolution.ts";
import type { Json } from "../../values.ts";
import { childOf, isObject, itemsOf, membersOf, textOf } from "../../values.ts";
import { readBindings } from "./bindings.ts";
import type { SecurityReader } from "./security.ts";

/** The servers of one document by name, and by every place that leads to them. */
export class ServerRegistry {
  readonly all: Server[] = [];
  readonly #nameOfPlace = new Map<string, string>();
  readonly #doc: LoadedDocument;

  constructor(doc: LoadedDocument, root: Node, major: 2 | 3, security: SecurityReader) {
    this.#doc = doc;
    for (const [name, entry] of membersOf(childOf(root, "servers"))) {
      const target = doc.follow(entry);
      if (target === null || !isObject(target.value)) continue;
      for (const { file, pointer } of [entry, target]) this.#nameOfPlace.set(doc.canonicalId(file, pointer), name);
      this.all.push(readServer(doc, name, target, target.value, major, security, entry.pointer));
    }
  }

  /** Names of the servers that a channel lists: plain names in 2.x, references in 3.x; all where it lists none. */
  namesOf(list: Node): string[] {
    const all = this.all.map(({ name }) => name ?? "");
    const listed = itemsOf(list).flatMap((item) => {
      if (typeof item.value === "string") return all.includes(item.value) ? [item.value] : [];
      const target = this.#doc.follow(item);
      const name = target && this.#nameOfPlace.get(this.#doc.canonicalId(target.file, target.pointer));
      return name ? [name] : [];
    });
    return listed.length > 0 ? [...new Set(listed)] : all;
  }
}

function readServer(doc: LoadedDocument, name: string, node: Node, json: Json, major: 2 | 3, security: SecurityReader, pointer: string): Server {
  const followed = membersOf(childOf(node, "variables")).map(([variable, entry]) => [variable, doc.follow(entry)?.value]);
  const variables = serverVariables(Object.fromEntries(followed));
  const protocol = textOf(json["protocol"])?.toLowerCase() ?? null;
  return serverOf(major === 2 ? (textOf(json["url"]) ?? "") : urlOf(json, protocol), {
    name,
    // A variable may stand for it, too.
    protocol: protocol === null ? null : fillVariables(protocol, variables),
    description: textOf(json["description"]) ?? textOf(json["summary"]) ?? textOf(json["title"]),
    variables,
    security: security.read(childOf(node, "security")),
    bindings: readBindings(doc, [node]),
    pointer,
  });
}

/** 3.x says protocol, host and path apart. */
function urlOf(json: Json, protocol: string | null): string {
  const host = textOf(json["host"]) ?? "";
  const pathname = textOf(json["pathname"]) ?? "";
  const slash = pathname === "" || pathname.startsWith("/") ? "" : "/";
  return `${protocol === null || host.includes("://") ? "" : `${protocol}://`}${host}${slash}${pathname}`;
}
