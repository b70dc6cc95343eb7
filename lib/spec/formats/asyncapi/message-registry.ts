import { isDeepStrictEqual } from "node:util";
import type { Example, Message } from "../../normalized-spec.ts";
import { lastToken } from "../../text/json-pointer.ts";
import type { Node } from "../../text/resolution.ts";
import { childOf, isObject, itemsOf, listOf, textOf } from "../../values.ts";
import { readBindings } from "./bindings.ts";
import { layersOf, mergedObject, pick } from "./layers.ts";
import { readHeaders, readPayload } from "./payload.ts";
import type { Reading } from "./reading.ts";
import { tagNames } from "./tags.ts";

/** The messages of one document, each read once and known by one id, wherever it is referred to. */
export class MessageRegistry {
  readonly all: Message[] = [];
  readonly #idOfPlace = new Map<string, string>();
  readonly #nodeOfId = new Map<string, Node>();

  /**
   * The ids of a message object, a reference to one, or, in 2.x, a choice of several (`oneOf`).
   * `hint` names one that says nothing of its name itself.
   */
  idsOf(reading: Reading, node: Node, hint: string): string[] {
    const ids = new Set<string>();
    this.#collect(reading, node, hint, ids, new Set());
    return [...ids];
  }

  #collect(reading: Reading, node: Node, hint: string, ids: Set<string>, open: Set<string>): void {
    const target = reading.doc.follow(node);
    if (target === null || !isObject(target.value)) return;
    const place = reading.doc.canonicalId(target.file, target.pointer);
    if (open.has(place)) return;
    open.add(place);
    const choices = reading.major === 2 ? itemsOf(childOf(target, "oneOf")) : [];
    if (choices.length === 0) {
      const id = this.#idOfPlace.get(place) ?? this.#add(reading, target, place, hint);
      if (id !== null) ids.add(id);
    }
    choices.forEach((choice, index) => this.#collect(reading, choice, index === 0 ? hint : `${hint} ${index + 1}`, ids, open));
  }

  #add(reading: Reading, node: Node, place: string, hint: string): string | null {
    if (this.all.length >= reading.doc.limits.entitiesMax) {
      const message = `The document has more than ${reading.doc.limits.entitiesMax} messages (limit entitiesMax); the rest is left out.`;
      reading.doc.diagnose({ severity: "error", code: "limit-entities", message, file: node.file, pointer: node.pointer });
      return null;
    }
    const layers = layersOf(reading, node);
    // Identity is the name that travels between versions of the specification; keys and places may change.
    const names = [textOf(pick(layers, "name").value), textOf(pick(layers, "messageId").value), componentKey(node), hint].filter((name) => name !== null && name !== "");
    const id = this.#freeId(names as string[], node);
    this.#idOfPlace.set(place, id);
    if (this.#nodeOfId.has(id)) return id;
    this.#nodeOfId.set(id, node);
    this.all.push(readMessage(reading, node, layers, id, names[0] ?? id));
    return id;
  }

  /** The first name that is not another message's; that of an equal one means the same message, written out twice. */
  #freeId(names: string[], node: Node): string {
    for (const name of names) {
      const other = this.#nodeOfId.get(name);
      if (other === undefined || (other.file === node.file && isDeepStrictEqual(other.value, node.value))) return name;
    }
    const base = names[0] ?? "message";
    let count = 2;
    while (this.#nodeOfId.has(`${base} ${count}`)) count++;
    return `${base} ${count}`;
  }
}

/** Its key under `components/messages` or in its channel, or in a file of messages; an inline message of 2.x has none. */
function componentKey({ file, pointer, value }: Node): string | null {
  if (/\/messages\/[^/]+$/.test(pointer) || /^\/[^/]+$/.test(pointer)) return lastToken(pointer);
  if (pointer === "" && isObject(value)) return (file.split("/").at(-1) ?? file).replace(/\.(ya?ml|json)$/i, "");
  return null;
}

function readMessage(reading: Reading, node: Node, layers: Node[], id: string, name: string): Message {
  const text = (member: string) => textOf(pick(layers, member).value);
  const internal = reading.internal || pick(layers, "x-internal").value === true;
  const owner = { kind: "message" as const, id };
  const correlationId = mergedObject(reading, layers, "correlationId");
  const location = textOf(correlationId?.["location"]);
  return {
    id,
    name,
    title: text("title"),
    summary: text("summary"),
    description: text("description"),
    contentType: text("contentType") ?? reading.defaultContentType,
    headers: readHeaders(reading, layers, { owner, place: "headers", mediaType: null, internal }),
    ...readPayload(reading, childOf(node, "payload"), text("schemaFormat"), { owner, place: "payload", mediaType: null, internal }),
    correlationId: location === null ? null : { location, description: textOf(correlationId?.["description"]) },
    examples: listOf(pick(layers, "examples").value).map(readExample),
    tags: tagNames(reading, pick(layers, "tags")),
    deprecated: pick(layers, "deprecated").value === true || pick(layers, "x-deprecated").value === true,
    internal,
    bindings: readBindings(reading.doc, layers),
    file: node.file,
    pointer: node.pointer,
  };
}

/** `value` holds `payload` and `headers`; an example of 2.0 may be anything, and is then kept as it is. */
function readExample(example: unknown): Example {
  const none = { name: null, summary: null, description: null, externalValue: null };
  if (!isObject(example) || (example["payload"] === undefined && example["headers"] === undefined)) return { ...none, value: example };
  const { name, summary, ...value } = example;
  return { ...none, name: textOf(name), summary: textOf(summary), value };
}
