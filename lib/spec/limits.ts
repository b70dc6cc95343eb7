/** What one document may cost. Every refusal names the limit that it hit. */
export type Limits = {
  /** All files of one document together, in bytes, after inflating. */
  bytesMax: number;
  filesMax: number;
  /** Nesting of objects and arrays in one file. */
  depthMax: number;
  /** Nodes that YAML aliases and merge keys may expand to, over those written. */
  aliasNodesMax: number;
  /** Operations, messages and schemas of one document, each. */
  entitiesMax: number;
  /** A name: of an operation, a channel, a message, a schema, a tag. Indexes hold no more. */
  nameBytesMax: number;
  /** Named fields of one document. */
  propertiesMax: number;
  /** Letters that the pointers and paths of these fields may come to, together. */
  propertyTextMax: number;
  /** Wall time of reading one document, in milliseconds; kept by whoever runs the parser in a worker thread. */
  timeoutMs: number;
  /** Heap of that worker thread, in megabytes. */
  heapMbMax: number;
  /** Diagnostics kept for one document; the rest is counted. */
  diagnosticsMax: number;
};

export const defaultLimits: Limits = {
  bytesMax: 64 * 1024 * 1024,
  filesMax: 5_000,
  depthMax: 500,
  aliasNodesMax: 1_000_000,
  entitiesMax: 100_000,
  nameBytesMax: 2_000,
  propertiesMax: 500_000,
  propertyTextMax: 128 * 1024 * 1024,
  timeoutMs: 60_000,
  heapMbMax: 1_536,
  diagnosticsMax: 500,
};
