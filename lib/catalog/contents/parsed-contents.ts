import type { NormalizedSpec } from "#lib/spec/normalized-spec.ts";
import { referencesIn } from "./referenced-schemas.ts";
import type { VersionContents } from "./version-contents.ts";

/** Contents of a document just read. */
export function parsedContents(spec: NormalizedSpec): VersionContents {
  const schemas = new Map(spec.schemas.map((schema) => [schema.id, schema]));
  return {
    // No more than rows give: what else an operation says may mention hidden parts.
    listOperations: async () =>
      spec.operations.map(({ key, display, kind, action, address, operationIds, summary, tags, deprecated, internal }) => ({ key, display, kind, action, address, operationIds, summary, tags, deprecated, internal })),
    findOperation: async (wanted) => spec.operations.find(({ key, display }) => key === wanted || display === wanted) ?? null,
    listChannels: async () => spec.channels,
    listMessages: async () => spec.messages,
    listSchemas: async () => spec.schemas.map(({ id, name }) => ({ key: id, name })),
    getSchemas: async (ids) => ids.flatMap((id) => schemas.get(id) ?? []),
    listProperties: async (owner) => spec.properties.filter((property) => property.owner.kind === owner.kind && property.owner.id === owner.id),
    listReferences: async () => [
      ...spec.operations.map((operation) => ({ kind: "operation" as const, id: operation.key, refs: [...referencesIn(operation)] })),
      ...spec.messages.map((message) => ({ kind: "message" as const, id: message.id, refs: [...referencesIn(message)] })),
      ...spec.schemas.map((schema) => ({ kind: "schema" as const, id: schema.id, refs: [...referencesIn(schema)] })),
    ],
    listSecurity: async () => spec.operations.map(({ key, security }) => ({ key, schemes: [...new Set(security.flat().map(({ scheme }) => scheme))] })),
    listInternalNames: async () => [...new Set(spec.properties.filter((property) => property.internal).map((property) => property.name))],
  };
}
