import { networkInterfaces } from "node:os";
import ipaddr from "ipaddr.js";

/**
 * Whether an IP address is this machine, an internal network, or anything else than a public host: loopback, private,
 * link-local, carrier-grade NAT, multicast, reserved, and the IPv6 forms that carry such an IPv4 address.
 */
export function isInternalAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return true;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return true;
  const text = parsed.toString();
  return ownAddresses().has(text);
}

function ownAddresses(): Set<string> {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return new Set(all.flatMap(({ address }) => (ipaddr.isValid(address) ? [ipaddr.process(address).toString()] : [])));
}
