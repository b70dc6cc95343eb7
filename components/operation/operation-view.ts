import type { Channel, Message, Operation, SecurityScheme, Server } from "#lib/spec/normalized-spec.ts";
import type { Ending } from "#lib/catalog/lifecycle/get-lifecycle.ts";
import type { Participant } from "#lib/catalog/channels/get-mesh-channel.ts";
import type { GonePart } from "#lib/catalog/parts/last-seen/find-gone-part.ts";
import type { ResponseLink } from "#lib/spec/outline/response-links.ts";
import type { SchemaMap } from "#lib/spec/outline/schema-values.ts";

/** Where a page stands: the interface, and the version if the address pins one. */
export type PagePlace = { slug: string; line: string | null; version: number | null };

/** All that the page of one operation shows, and nothing of the other operations. */
export type OperationView = {
  place: PagePlace;
  interfaceTitle: string;
  /** The team that answers for this operation, where it is another than the interface's. */
  owner: { slug: string; name: string } | null;
  operation: Operation;
  schemas: SchemaMap;
  /** Of the operation, else of the document. */
  servers: Server[];
  securitySchemes: SecurityScheme[];
  /** Operations called back; `address` is the expression that says where. */
  callbacks: { key: string; name: string; action: string; address: string | null; summary: string | null }[];
  /** What its responses lead to, by status. */
  links: Map<string, ResponseLink[]>;
  channel: Channel | null;
  messages: Message[];
  replyMessages: Message[];
  /** Other interfaces on the channel of an event. */
  peers: Participant[];
  consumers: OperationConsumers;
  /** What is known of its end, where it is on its way out. */
  ending: Ending | null;
  /** What it was asked for as, where it was declared moved from there, and where that was last. */
  moved: { from: string; last: GonePart["last"] } | null;
};

/** Who uses the operation, and how many use its interface as a whole. */
export type OperationConsumers = { users: { name: string; href: string }[]; unsaid: number };

/** One line of a list of operations. */
export type OperationItem = {
  key: string;
  kind: Operation["kind"];
  action: string;
  address: string | null;
  display: string;
  summary: string | null;
  tags: string[];
  deprecated: boolean;
};
