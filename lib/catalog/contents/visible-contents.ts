import type { SchemaValue } from "#lib/spec/normalized-spec.ts";
import type { IsHidden } from "./hidden-parts.ts";
import type { VersionContents } from "./version-contents.ts";

/** The same contents without the parts that the reader may not see, wherever they are mentioned. */
export function visibleContents(contents: VersionContents, isHidden: IsHidden): VersionContents {
  const operationHidden = (operation: { key: string; address: string | null; tags: string[]; internal: boolean }) =>
    isHidden({ operation: operation.key, path: operation.address, tags: operation.tags, internal: operation.internal });
  const messageHidden = (message: { id: string; tags: string[]; internal: boolean }) => isHidden({ message: message.id, tags: message.tags, internal: message.internal });

  return {
    listOperations: async () => (await contents.listOperations()).filter((operation) => !operationHidden(operation)),
    findOperation: async (key) => {
      const operation = await contents.findOperation(key);
      if (!operation || operationHidden(operation)) return null;
      const { parameters, requestBody, responses } = withoutInternal({ parameters: operation.parameters, requestBody: operation.requestBody, responses: operation.responses }, isHidden);
      return { ...operation, parameters, requestBody, responses };
    },
    listChannels: async () => (await contents.listChannels()).filter((channel) => !isHidden({ path: channel.address, tags: channel.tags, internal: channel.internal })),
    listMessages: async () => (await contents.listMessages()).filter((message) => !messageHidden(message)).map((message) => ({ ...message, payload: withoutInternal(message.payload, isHidden), headers: withoutInternal(message.headers, isHidden) })),
    listSchemas: async () => {
      const entries = await contents.listSchemas();
      if (!isHidden({ internal: true })) return entries;
      const shown = new Set((await contents.getSchemas(entries.map((entry) => entry.key))).filter((schema) => !isInternal(schema.json)).map((schema) => schema.id));
      return entries.filter((entry) => shown.has(entry.key));
    },
    getSchemas: async (ids) =>
      (await contents.getSchemas(ids)).filter((schema) => !isInternal(schema.json)).map((schema) => ({ ...schema, json: withoutInternal(schema.json, isHidden) })),
    listProperties: async (owner) => (await contents.listProperties(owner)).filter((property) => !isHidden({ property: property.path, internal: property.internal })),
  };

  function isInternal(json: SchemaValue): boolean {
    return typeof json === "object" && json["x-internal"] === true && isHidden({ internal: true });
  }
}

/** A copy without members marked `x-internal: true` and without the properties that a rule hides. */
function withoutInternal<T>(value: T, isHidden: IsHidden): T {
  const walk = (node: unknown, name: string | null): unknown => {
    if (Array.isArray(node)) return node.filter((item) => !marked(item)).map((item) => walk(item, null));
    if (node === null || typeof node !== "object") return node;
    const kept = Object.entries(node).filter(([key, item]) => !marked(item) && !(name === "properties" && isHidden({ property: key, internal: false })));
    return Object.fromEntries(kept.map(([key, item]) => [key, walk(item, key)]));
  };
  const marked = (node: unknown) => node !== null && typeof node === "object" && (node as Record<string, unknown>)["x-internal"] === true && isHidden({ internal: true });
  return walk(value, null) as T;
}
