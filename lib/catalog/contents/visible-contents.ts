import { closedSchemas } from "#lib/search/load/closed-schemas.ts";
import type { Channel, Message, Operation, Schema, SchemaValue } from "#lib/spec/normalized-spec.ts";
import { linkTarget } from "#lib/spec/outline/response-links.ts";
import type { IsHidden } from "./hidden-parts.ts";
import { isTree, pruneTree } from "#lib/spec/hide/prune-tree.ts";
import type { OperationSummary, VersionContents } from "./version-contents.ts";

type Links = Operation["responses"][number]["links"];

/** The same contents without the parts that the reader may not see, wherever they are mentioned. */
export function visibleContents(contents: VersionContents, isHidden: IsHidden): VersionContents {
  const internalHidden = isHidden({ internal: true });

  const internalNames = once(async () => new Set(internalHidden ? await contents.listInternalNames() : []));
  const hiddenMessages = once(async () => new Set((await contents.listMessages()).filter(messageHidden).map(({ id }) => id)));

  const hiddenOperations = once(async () => {
    const all = await contents.listOperations();
    const hidden = new Set(all.filter(operationHidden).map(({ key }) => key));
    return new Set(all.map(({ key }) => key).filter((key) => hidden.has(key) || hidden.has(parentOf(key) ?? "")));
  });
  const closed = once(async () => {
    const [operations, messages] = [await hiddenOperations(), await hiddenMessages()];
    if (operations.size + messages.size === 0) return new Set<string>();
    return closedSchemas(await contents.listReferences(), ({ kind, id }) => (kind === "operation" ? operations : messages).has(id));
  });

  return {
    listOperations: async () => {
      const hidden = await hiddenOperations();
      return (await contents.listOperations()).filter(({ key }) => !hidden.has(key));
    },
    findOperation: async (key) => {
      const operation = await contents.findOperation(key);
      return operation && (await isShown(operation)) ? shownOperation(operation) : null;
    },
    listChannels: async () => Promise.all((await contents.listChannels()).filter((channel) => !isHidden({ path: channel.address, tags: channel.tags, internal: channel.internal })).map(shownChannel)),
    listMessages: async () => Promise.all((await contents.listMessages()).filter((message) => !messageHidden(message)).map(shownMessage)),
    listSchemas: async () => {
      const entries = await contents.listSchemas();
      const unreached = await closed();
      if (!internalHidden) return unreached.size === 0 ? entries : entries.filter(({ key }) => !unreached.has(key));
      const shown = new Set((await contents.getSchemas(entries.map((entry) => entry.key))).filter((schema) => !isInternal(schema.json)).map((schema) => schema.id));
      return entries.filter((entry) => shown.has(entry.key) && !unreached.has(entry.key));
    },
    getSchemas: async (ids) => {
      const unreached = ids.length === 0 ? new Set<string>() : await closed();
      return Promise.all((await contents.getSchemas(ids.filter((id) => !unreached.has(id)))).filter((schema) => !isInternal(schema.json)).map(shownSchema));
    },
    listReferences: () => contents.listReferences(),
    listSecurity: () => contents.listSecurity(),
    listProperties: async (owner) => (await contents.listProperties(owner)).filter((property) => !isHidden({ property: property.name, internal: property.internal })),
    listInternalNames: async () => (internalHidden ? [] : contents.listInternalNames()),
  };

  function operationHidden(operation: OperationSummary): boolean {
    return isHidden({ operation: operation.key, path: operation.address, tags: operation.tags, internal: operation.internal });
  }

  function messageHidden(message: Message): boolean {
    return isHidden({ message: message.id, tags: message.tags, internal: message.internal });
  }

  /** A callback is hidden with the operation that it hangs on. */
  async function isShown(operation: Operation): Promise<boolean> {
    if (operationHidden(operation)) return false;
    const parent = operation.parent === null ? null : await contents.findOperation(operation.parent);
    return parent === null || isShown(parent);
  }

  async function shownOperation(operation: Operation): Promise<Operation> {
    const rows = await contents.listProperties({ kind: "operation", id: operation.key });
    const hidden = new Set(rows.filter(({ name, internal }) => isHidden({ property: name, internal })).map(({ place, path }) => `${place} ${path}`));
    const { requestBody, responses } = await pruned({ requestBody: operation.requestBody, responses: operation.responses });
    const callbacks = await Promise.all(operation.callbacks.map(async (key) => ({ key, found: await contents.findOperation(key) })));
    return {
      ...operation,
      parameters: await pruned(operation.parameters.filter((parameter) => !hidden.has(`request.${parameter.in} ${parameter.name}`))),
      requestBody,
      responses: await Promise.all(responses.map(async (response) => ({ ...response, links: await shownLinks(response.links), headers: response.headers.filter((header) => !hidden.has(`response.${response.status}.header ${header.name}`)) }))),
      callbacks: callbacks.filter(({ found }) => found && !operationHidden(found)).map(({ key }) => key),
      messages: await shownIds(operation.messages),
      reply: operation.reply && { ...operation.reply, messages: await shownIds(operation.reply.messages) },
    };
  }

  /** Without those that lead to an operation that the reader may not see. */
  async function shownLinks(links: Links): Promise<Links> {
    if (links === null) return null;
    const hidden = (await contents.listOperations()).filter(operationHidden);
    const isClosed = (link: unknown) => {
      const { operationId, key } = linkTarget(isTree(link) ? link : {});
      return hidden.some((operation) => operation.key === key || (operationId !== null && operation.operationIds.includes(operationId)));
    };
    return Object.fromEntries(Object.entries(links).filter(([, link]) => !isClosed(link)));
  }

  async function shownChannel(channel: Channel): Promise<Channel> {
    return { ...channel, messages: await shownIds(channel.messages) };
  }

  async function shownMessage(message: Message): Promise<Message> {
    const { payload, headers, examples } = await pruned({ payload: message.payload, headers: message.headers, examples: message.examples });
    return { ...message, payload, headers, examples };
  }

  async function shownSchema(schema: Schema): Promise<Schema> {
    return { ...schema, json: await pruned(schema.json) };
  }

  async function shownIds(ids: string[]): Promise<string[]> {
    if (ids.length === 0) return ids;
    const hidden = await hiddenMessages();
    return ids.filter((id) => !hidden.has(id));
  }

  /** Without members marked `x-internal: true`, the properties that a rule hides, and their values in examples. */
  async function pruned<T>(value: T): Promise<T> {
    const names = await internalNames();
    return pruneTree(value, {
      drops: (trail, key, node) => isHidden({ internal: isTree(node) && node["x-internal"] === true, ...(trail.at(-1) === "properties" ? { property: key } : {}) }),
      dropsName: (name) => names.has(name) || isHidden({ property: name, internal: false }),
    });
  }

  function isInternal(json: SchemaValue): boolean {
    return internalHidden && typeof json === "object" && json["x-internal"] === true;
  }
}

/** The operation that a callback's key hangs on: `POST /orders` for `POST /orders CALLBACK onPaid POST`. */
function parentOf(key: string): string | null {
  const at = key.lastIndexOf(" CALLBACK ");
  return at === -1 ? null : key.slice(0, at);
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
