import type { Reply } from "../../normalized-spec.ts";
import type { Node } from "../../text/resolution.ts";
import type { KnownChannel } from "./channel-registry.ts";

/** One operation object as a document has it: several of one action and address become one `Operation`. */
export type WrittenOperation = {
  action: "send" | "receive";
  /** Null where the document does not say on which channel, or it does not exist. */
  channel: KnownChannel | null;
  /** The operation's name (3.x) or its `operationId` (2.x). */
  name: string | null;
  node: Node;
  /** The object and its traits, see `layersOf`. */
  layers: Node[];
  messages: string[];
  reply: Reply | null;
};
