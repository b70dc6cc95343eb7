import type { OperationEntry } from "./group-operations.ts";

/** Operations as they cross to the browser: an array each, since names of fields a thousand times over weigh more than what they hold. */
export type PackedOperation = [key: string, display: string, kind: OperationEntry["kind"], action: string, address: string | null, summary: string | null, tags: string[], deprecated: boolean, operationIds: string[]];

export function packOperation({ key, display, kind, action, address, summary, tags, deprecated, operationIds = [] }: OperationEntry): PackedOperation {
  return [key, display, kind, action, address, summary, tags.slice(0, 1), deprecated, operationIds];
}

export function unpackOperation([key, display, kind, action, address, summary, tags, deprecated, operationIds]: PackedOperation): OperationEntry {
  return { key, display, kind, action, address, summary, tags, deprecated, operationIds };
}
