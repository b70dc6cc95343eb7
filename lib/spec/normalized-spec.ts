import type { Diagnostic } from "./diagnostic.ts";

/**
 * One document of any supported format, in one shape. Plain JSON: it crosses worker threads and is stored as it is.
 *
 * Places: `pointer` is a JSON pointer (RFC 6901) into `file`; `file` is a path within the upload.
 * Schemas stay JSON Schema as written, but every `$ref` in them is *canonical*: the id of an entry of `schemas`
 * (`#/components/schemas/Order` in the root file, `common/money.yaml#/Money` in another), or, where the target
 * does not exist, left as written and reported.
 */
export type NormalizedSpec = {
  format: Format;
  /** As written: "3.1.0", "2.6.0". */
  specVersion: string;
  title: string;
  /** `info.version`: a label for people, no key. */
  label: string;
  summary: string | null;
  description: string | null;
  termsOfService: string | null;
  contact: Contact | null;
  license: License | null;
  externalDocs: ExternalDocs | null;
  tags: Tag[];
  servers: Server[];
  securitySchemes: SecurityScheme[];
  /** Written from the owner's side, or from a client's: then every direction has been turned round here already. */
  perspective: "owner" | "client";
  operations: Operation[];
  channels: Channel[];
  messages: Message[];
  schemas: Schema[];
  properties: Property[];
  /** `x-…` members of the root and of `info`. */
  extensions: Record<string, unknown>;
  /** Path of the root file within the upload, and of every file that it needs, root first. */
  root: string;
  files: string[];
};

export type Format = "openapi" | "asyncapi";
export type Contact = { name: string | null; email: string | null; url: string | null };
export type License = { name: string; url: string | null; identifier: string | null };
export type ExternalDocs = { url: string; description: string | null };
export type Tag = { name: string; description: string | null; externalDocs: ExternalDocs | null };

/** `host` is host[:port] in lower case as far as it is known, `null` where the document leaves it open. */
export type Server = {
  name: string | null;
  url: string;
  /** "https", "kafka", "amqp", "mqtt"…, lower case. */
  protocol: string | null;
  host: string | null;
  pathname: string | null;
  description: string | null;
  variables: Record<string, { default: string | null; enum: string[]; description: string | null }>;
  /** Not a real place: none, a placeholder, localhost, example hosts of documentation (RFC 2606, RFC 6761). */
  placeholder: boolean;
  security: SecurityRequirement[];
  bindings: Record<string, unknown> | null;
  pointer: string;
};

export type SecurityScheme = {
  name: string;
  type: string;
  description: string | null;
  /** The scheme object as written, `$ref` resolved. */
  definition: Record<string, unknown>;
};
/** Alternatives are the outer list, schemes of one alternative the inner; an empty inner list means "none needed". */
export type SecurityRequirement = { scheme: string; scopes: string[] }[];

/** `{ $ref: id }` for a schema of `schemas`, else the inline JSON Schema with canonical references. */
export type SchemaValue = Record<string, unknown> | boolean;

export type Operation = {
  /**
   * Identity across versions: `GET /users/{}` (parameter names erased), `WEBHOOK name`,
   * `GET /orders CALLBACK onPaid POST` under its operation, `send orders/{}/placed`, `receive …`;
   * for a channel without an address `send ?channelName`.
   */
  key: string;
  /** The same in the document's spelling: `GET /users/{id}`. */
  display: string;
  kind: "http" | "webhook" | "callback" | "event";
  /** HTTP method in upper case, or `send` / `receive` from the document owner's side. */
  action: string;
  /** Path, channel address, webhook name or callback expression, as spelled; `null` for an unknown address. */
  address: string | null;
  /** Key of the operation that a callback hangs on. */
  parent: string | null;
  /** `operationId` (OpenAPI, AsyncAPI 2) or the operation's name (AsyncAPI 3). Several where the document has several of one key. */
  operationIds: string[];
  summary: string | null;
  description: string | null;
  tags: string[];
  deprecated: boolean;
  /** `x-sunset` or the like, an ISO date. */
  sunset: string | null;
  /** `x-internal: true` on it or on what contains it. */
  internal: boolean;
  externalDocs: ExternalDocs | null;
  /** Own servers, where they override those of the document. */
  servers: Server[] | null;
  /** Effective requirements: alternatives; `[]` means nothing is needed. */
  security: SecurityRequirement[];
  /** Where that is written; absent where nothing is. */
  securityPointer?: string;
  parameters: Parameter[];
  requestBody: Body | null;
  responses: Response[];
  /** Keys of callback operations. */
  callbacks: string[];
  /** For events: the id of its channel and the ids of its messages. */
  channel: string | null;
  messages: string[];
  reply: Reply | null;
  bindings: Record<string, unknown> | null;
  extensions: Record<string, unknown>;
  file: string;
  pointer: string;
};

export type Parameter = {
  name: string;
  in: "path" | "query" | "querystring" | "header" | "cookie";
  required: boolean;
  deprecated: boolean;
  description: string | null;
  style: string | null;
  explode: boolean | null;
  allowReserved: boolean;
  /** Present where the document says so. */
  allowEmptyValue?: true;
  /** `x-sunset` or the like, an ISO date, where it has one. */
  sunset?: string;
  /** Exactly one of the two, as in OpenAPI: a schema, or a media type. */
  schema: SchemaValue | null;
  content: MediaType[] | null;
  examples: Example[];
  file: string;
  pointer: string;
};

export type Body = { required: boolean; description: string | null; content: MediaType[]; file: string; pointer: string };
export type MediaType = {
  mediaType: string;
  schema: SchemaValue | null;
  /** OpenAPI 3.2 sequential media types. */
  itemSchema: SchemaValue | null;
  examples: Example[];
  encoding: Record<string, unknown> | null;
};
export type Example = { name: string | null; summary: string | null; description: string | null; value: unknown; externalValue: string | null };
/** `status` is "200", "2XX" or "default". */
export type Response = {
  status: string;
  description: string | null;
  headers: Parameter[];
  content: MediaType[];
  links: Record<string, unknown> | null;
  file: string;
  pointer: string;
};

export type Reply = {
  /** Runtime expression of the reply address, where it has one. */
  address: string | null;
  channel: string | null;
  messages: string[];
};

export type Channel = {
  /** Its name in the document (3.x) or its address (2.x). */
  id: string;
  /** As spelled; `null` is unknown and joins nothing. */
  address: string | null;
  title: string | null;
  summary: string | null;
  description: string | null;
  parameters: { name: string; description: string | null; enum: string[]; default: string | null; location: string | null; schema: SchemaValue | null }[];
  /** Names of servers of this document where it lives; all of them where the document names none. */
  servers: string[];
  messages: string[];
  tags: string[];
  deprecated: boolean;
  internal: boolean;
  bindings: Record<string, unknown> | null;
  /** Document where it is defined, if `$ref` led to a file that is an interface of its own. */
  file: string;
  pointer: string;
};

export type Message = {
  /** Unique in the document. */
  id: string;
  name: string;
  title: string | null;
  summary: string | null;
  description: string | null;
  contentType: string | null;
  schemaFormat: string | null;
  headers: SchemaValue | null;
  /** JSON Schema, or, for other schema formats (Avro, Protobuf…), `null` with the source in `payloadSource`. */
  payload: SchemaValue | null;
  payloadSource: unknown;
  correlationId: { location: string; description: string | null } | null;
  examples: Example[];
  tags: string[];
  deprecated: boolean;
  internal: boolean;
  bindings: Record<string, unknown> | null;
  file: string;
  pointer: string;
};

/** A schema that something refers to: everything under `components/schemas` or `definitions`, and every other `$ref` target. */
export type Schema = {
  /** Canonical reference, see above. */
  id: string;
  name: string;
  title: string | null;
  description: string | null;
  deprecated: boolean;
  json: SchemaValue;
  file: string;
  pointer: string;
};

/**
 * A named field, written where it stands: once for each schema or operation place that spells it out. Behind a `$ref`
 * the path ends with `ref`; `listProperties` follows it and gives the identity of a property, which is
 * operation + place + structural path and does not depend on where a schema is written.
 */
export type Property = {
  /** The schema (`Schema.id`), operation (`Operation.key`) or message (`Message.id`) that spells it out. */
  owner: { kind: "schema" | "operation" | "message"; id: string };
  /** `request.body`, `request.query`, `request.header`, `request.path`, `request.cookie`, `response.200`, `response.200.header`, `payload`, `headers`; "" within a schema. */
  place: string;
  /** For bodies. */
  mediaType: string | null;
  /** Structural path: `items[].id`; `{}` for the values of a map; "" for the place itself where it is only a `$ref`. */
  path: string;
  /** Last name of the path; "" on a row that names no field and only says, by `ref`, which schema continues the path. */
  name: string;
  /** "string", "integer", "array of Order", "Order"… */
  type: string;
  format: string | null;
  description: string | null;
  required: boolean;
  deprecated: boolean;
  readOnly: boolean;
  writeOnly: boolean;
  /** Values of an enum or const, as text, at most 50. */
  enum: string[];
  /** Canonical id of the schema that continues it. */
  ref: string | null;
  internal: boolean;
  file: string;
  pointer: string;
};

/** What reading a document gives. `spec` is `null` when it cannot be understood; `valid` is false when it breaks its specification. */
export type ParsedSpec = {
  spec: NormalizedSpec | null;
  valid: boolean;
  diagnostics: Diagnostic[];
  /** Beyond `limits.diagnosticsMax`. */
  diagnosticsOmitted: number;
  errorCount: number;
  warningCount: number;
  format: Format | null;
  specVersion: string | null;
};
