import type { SchemaReader } from "../../schemas/schema-reader.ts";
import type { LoadedDocument } from "../../text/loaded-document.ts";
import type { Node } from "../../text/resolution.ts";
import type { ChannelRegistry } from "./channel-registry.ts";
import type { MessageRegistry } from "./message-registry.ts";
import type { SecurityReader } from "./security.ts";
import type { ServerRegistry } from "./server-registry.ts";

/** What the parts of one AsyncAPI document share while it is read. */
export type Reading = {
  doc: LoadedDocument;
  root: Node;
  major: 2 | 3;
  /** Written from a client's side: every direction is turned round. */
  client: boolean;
  /** The whole document is marked `x-internal`. */
  internal: boolean;
  defaultContentType: string | null;
  schemas: SchemaReader;
  servers: ServerRegistry;
  security: SecurityReader;
  messages: MessageRegistry;
  channels: ChannelRegistry;
};
