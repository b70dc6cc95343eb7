import { getChannel } from "#lib/catalog/channels/get-channel.ts";
import { getMessage } from "#lib/catalog/parts/get-message.ts";
import { getOperation } from "#lib/catalog/parts/get-operation.ts";
import { getSchema } from "#lib/catalog/parts/get-schema.ts";
import { oncePerRequest } from "./address.ts";

/** The parts that have pages, each opened once for a request: by its page, by the title of that, and by what stands in where it is gone. */
export const openPart = {
  operation: oncePerRequest(getOperation),
  channel: oncePerRequest(getChannel),
  message: oncePerRequest(getMessage),
  schema: oncePerRequest(getSchema),
};
