import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { clientAddress, readTrustedProxies } from "./client-address.ts";

/**
 * From now on every request of this process carries in `x-forwarded-for` the one address it came from, whatever its
 * sender wrote there: Next.js shows handlers no connection, and passes on what a sender claims.
 */
export function noteClientAddresses(trustedProxies: string): void {
  const trusted = readTrustedProxies(trustedProxies);
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const address = clientAddress(request.socket.remoteAddress, request.headers["x-forwarded-for"], trusted);
    if (address === null) delete request.headers["x-forwarded-for"];
    else request.headers["x-forwarded-for"] = address;
  });
}
