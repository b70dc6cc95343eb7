import type { Channel } from "../../normalized-spec.ts";
import { lastToken } from "../../text/json-pointer.ts";
import { refOf } from "../../text/reference-resolver.ts";
import type { Node, Resolution } from "../../text/resolution.ts";
import { childOf, isObject, membersOf, objectOf, textOf, textsOf } from "../../values.ts";
import { readBindings } from "./bindings.ts";
import type { Reading } from "./reading.ts";
import { tagNames } from "./tags.ts";

const hopsMax = 100;

/** A channel and the channel item object that defines it. */
export type KnownChannel = { channel: Channel; node: Node };

/** The channels of one document, by name and by every place that leads to them. */
export class ChannelRegistry {
  readonly all: KnownChannel[] = [];
  readonly #byPlace = new Map<string, KnownChannel>();
  readonly #ids = new Set<string>();

  /** Reads the channel at `entry`, or the one that it refers to; null where that does not exist. */
  add(reading: Reading, name: string, entry: Node): KnownChannel | null {
    const known = this.#byPlace.get(reading.doc.canonicalId(entry.file, entry.pointer));
    if (known) return known;
    // An empty channel may be written as nothing at all.
    const node = entry.value === null ? { ...entry, value: {} } : reading.doc.follow(entry);
    if (node === null || !isObject(node.value)) return null;
    if (this.all.length >= reading.doc.limits.entitiesMax) {
      const message = `The document has more than ${reading.doc.limits.entitiesMax} channels (limit entitiesMax); the rest is left out.`;
      reading.doc.diagnose({ severity: "error", code: "limit-entities", message, file: node.file, pointer: node.pointer });
      return null;
    }
    const found = { channel: readChannel(reading, this.#freeId(name), name, node), node };
    for (const { file, pointer } of [entry, node]) {
      const place = reading.doc.canonicalId(file, pointer);
      if (!this.#byPlace.has(place)) this.#byPlace.set(place, found);
    }
    this.all.push(found);
    return found;
  }

  /** The channel that a 3.x operation or reply refers to; one of another file becomes a channel of this document. */
  referredTo(reading: Reading, reference: Node): KnownChannel | null {
    let at: Node = reference;
    for (let hops = 0; hops < hopsMax; hops++) {
      const known = this.#byPlace.get(reading.doc.canonicalId(at.file, at.pointer));
      if (known) return known;
      const ref = refOf(at.value);
      const target: Resolution | null = ref === null ? null : reading.doc.resolve(ref, at.file);
      if (!target?.ok) break;
      at = target;
    }
    const target = isObject(reference.value) ? reading.doc.follow(reference) : null;
    return target === null ? null : this.add(reading, lastToken(target.pointer) || target.file, target);
  }

  #freeId(name: string): string {
    let id = name;
    for (let count = 2; this.#ids.has(id); count++) id = `${name} ${count}`;
    this.#ids.add(id);
    return id;
  }
}

function readChannel(reading: Reading, id: string, name: string, node: Node): Channel {
  const json = objectOf(node.value);
  const address = reading.major === 2 ? name : textOf(json["address"]);
  return {
    id,
    address,
    title: textOf(json["title"]),
    summary: textOf(json["summary"]),
    description: textOf(json["description"]),
    parameters: readParameters(reading, childOf(node, "parameters"), address),
    servers: reading.servers.namesOf(childOf(node, "servers")),
    messages: membersOf(childOf(node, "messages")).flatMap(([key, message]) => reading.messages.idsOf(reading, message, key)),
    tags: tagNames(reading, childOf(node, "tags")),
    deprecated: json["deprecated"] === true || json["x-deprecated"] === true,
    internal: reading.internal || json["x-internal"] === true,
    bindings: readBindings(reading.doc, [node]),
    file: node.file,
    pointer: node.pointer,
  };
}

/** Those declared, with a schema in 2.x and without in 3.x, then those that only the address names. */
function readParameters(reading: Reading, node: Node, address: string | null): Channel["parameters"] {
  const declared = membersOf(node).map(([name, entry]) => {
    const target = reading.doc.follow(entry);
    const json = objectOf(target?.value);
    const schemaNode = target === null ? null : childOf(target, "schema");
    const schema = objectOf(isObject(schemaNode?.value) ? reading.doc.follow(schemaNode)?.value : null);
    return {
      name,
      description: textOf(json["description"]) ?? textOf(schema["description"]),
      enum: textsOf(json["enum"] ?? schema["enum"]),
      default: textOf(json["default"]) ?? textOf(schema["default"]),
      location: textOf(json["location"]),
      schema: isObject(schemaNode?.value) ? reading.schemas.read(schemaNode, null) : null,
    };
  });
  const named = [...(address ?? "").matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? "");
  const undeclared = [...new Set(named)].filter((name) => !declared.some((parameter) => parameter.name === name));
  return [...declared, ...undeclared.map((name) => ({ name, description: null, enum: [], default: null, location: null, schema: null }))];
}
