import { BlockList, isIP } from "node:net";

/**
 * Whose request it is: the peer's address, unless the peer is a trusted proxy; then the nearest address in
 * `x-forwarded-for` that is none. Anyone can write that header, so from others it counts for nothing.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | string[] | undefined, trusted: BlockList): string | null {
  const hops = [...[forwardedFor ?? ""].flat().join(",").split(","), peer ?? ""].map(plain).filter((hop) => hop !== "");
  for (const [index, hop] of [...hops.entries()].reverse()) {
    if (isIP(hop) === 0) return null;
    if (index === 0 || !trusted.check(hop, isIP(hop) === 6 ? "ipv6" : "ipv4")) return hop;
  }
  return null;
}

/** Addresses and networks, such as `10.0.0.0/8, 192.0.2.7`. @throws Error naming what is none */
export function readTrustedProxies(text: string): BlockList {
  const list = new BlockList();
  for (const entry of text.split(",").map((part) => part.trim()).filter(Boolean)) {
    const [address = "", bits] = entry.split("/");
    const family = isIP(address);
    if (family === 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) throw new Error(`TRUSTED_PROXIES: "${entry}" is neither an address nor a network such as 10.0.0.0/8.`);
    const kind = family === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, kind);
    else list.addSubnet(address, Number(bits), kind);
  }
  return list;
}

/** IPv4 within IPv6 is IPv4; a port is no part of an address. */
function plain(hop: string): string {
  const address = hop.trim().replace(/^::ffff:(?=\d+\.)/i, "");
  return /^\d+\.\d+\.\d+\.\d+:\d+$/.test(address) ? address.slice(0, address.lastIndexOf(":")) : address.replace(/^\[(.*)\](?::\d+)?$/, "$1");
}
