import { Webhook } from "standardwebhooks";
import type { EndpointChannel } from "./channel.ts";

/** Our own shape as JSON, signed in the manner of Standard Webhooks: `webhook-id` is the same for each attempt. */
export const webhook: EndpointChannel = {
  body: (message) => ({ type: "intermesh.news", timestamp: message.items.at(-1)?.at.toISOString(), data: { subject: message.subject, items: message.items.map(({ endUrl: _own, ...item }) => item) } }),
  headers: ({ secret, previousSecret, previousUntil }, { key }, body) => {
    const at = new Date();
    // While a secret changes over, the receiver may know either: the specification has signatures in a row.
    const secrets = [secret, ...(previousSecret && previousUntil && previousUntil > at ? [previousSecret] : [])];
    const signature = secrets.map((each) => new Webhook(each).sign(idOf(key), at, body)).join(" ");
    return { "webhook-id": idOf(key), "webhook-timestamp": String(Math.floor(at.getTime() / 1000)), "webhook-signature": signature };
  },
};

/** The specification wants an id without spaces. */
export function idOf(key: string): string {
  return `msg_${key.replace(/[^A-Za-z0-9]+/g, "_")}`;
}
