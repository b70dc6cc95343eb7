import type { Channel, Message, NormalizedSpec, Operation, Schema } from "../normalized-spec.ts";
import { type Hiding, isHiddenBy, type Part } from "./hiding.ts";
import { isTree, pruneTree } from "./prune-tree.ts";

/**
 * The same document as somebody reads it who may not see every part; what is hidden is gone wherever it is mentioned.
 * `hidden` says whether anything was left out. Summaries of fields (`properties`) are not kept: comparing needs none.
 */
export function withoutHidden(spec: NormalizedSpec, hiding: Hiding): { spec: NormalizedSpec; hidden: boolean } {
  let hidden = false;
  const hides = (part: Part) => {
    const is = isHiddenBy(hiding, part);
    hidden ||= is;
    return is;
  };

  const messages = spec.messages.filter(({ id, tags, internal }) => !hides({ message: id, tags, internal }));
  const messageIds = new Set(messages.map(({ id }) => id));
  const schemas = spec.schemas.filter(({ json }) => !hides({ internal: isInternal(json) }));
  const gone = new Set(spec.schemas.filter((schema) => !schemas.includes(schema)).map(({ id }) => id));
  const fields = hiddenFields();
  const closed = new Set(spec.operations.filter(({ key, address, tags, internal }) => hides({ operation: key, path: address, tags, internal })).map(({ key }) => key));
  for (const { key, parent } of spec.operations) if (parent !== null && closed.has(parent)) closed.add(key);

  const shown: NormalizedSpec = {
    ...spec,
    operations: spec.operations.filter(({ key }) => !closed.has(key)).map(shownOperation),
    channels: spec.channels.filter(({ address, tags, internal }) => !hides({ path: address, tags, internal })).map((channel): Channel => ({ ...channel, messages: shownIds(channel.messages) })),
    messages: messages.map((message): Message => ({ ...message, payload: pruned(message.payload), headers: pruned(message.headers) })),
    schemas: schemas.map((schema): Schema => ({ ...schema, json: pruned(schema.json) })),
    properties: [],
  };
  return { spec: shown, hidden };

  function shownOperation(operation: Operation): Operation {
    const isShown = (place: string, name: string) => !fields.has(`${operation.key}\n${place}\n${name}`);
    return {
      ...operation,
      parameters: pruned(operation.parameters.filter((parameter) => isShown(`request.${parameter.in}`, parameter.name))),
      requestBody: pruned(operation.requestBody),
      responses: pruned(operation.responses.map((response) => ({ ...response, headers: response.headers.filter((header) => isShown(`response.${response.status}.header`, header.name)) }))),
      callbacks: operation.callbacks.filter((key) => !closed.has(key)),
      messages: shownIds(operation.messages),
      reply: operation.reply && { ...operation.reply, messages: shownIds(operation.reply.messages) },
    };
  }

  /** Parameters and headers are marked on themselves, not within a schema. */
  function hiddenFields(): Set<string> {
    const own = spec.properties.filter(({ owner, name, internal }) => owner.kind === "operation" && name !== "" && hides({ property: name, internal }));
    return new Set(own.map(({ owner, place, path }) => `${owner.id}\n${place}\n${path}`));
  }

  function shownIds(ids: string[]): string[] {
    return ids.filter((id) => messageIds.has(id));
  }

  function pruned<T>(value: T): T {
    return pruneTree(value, {
      drops: (trail, key, node) => {
        const property = trail.at(-1) === "properties" ? { property: key } : {};
        return hides({ internal: isInternal(node), ...property }) || (isTree(node) && typeof node.$ref === "string" && gone.has(node.$ref));
      },
      dropsName: () => false,
    });
  }
}

function isInternal(node: unknown): boolean {
  return isTree(node) && node["x-internal"] === true;
}
