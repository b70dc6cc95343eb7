import { expect, it } from "vitest";
import { clientAddress, readTrustedProxies } from "./client-address.ts";

const none = readTrustedProxies("");
const proxies = readTrustedProxies("10.0.0.0/8, 2001:db8::1");

it.each([
  ["a peer says what it likes", "192.0.2.1", "203.0.113.9", none, "192.0.2.1"],
  ["a trusted proxy names whom it serves", "10.1.2.3", "203.0.113.9", proxies, "203.0.113.9"],
  ["only the nearest that is no proxy counts", "10.1.2.3", "198.51.100.66, 203.0.113.9, 10.9.9.9", proxies, "203.0.113.9"],
  ["a peer that is no proxy of ours", "192.0.2.1", "203.0.113.9", proxies, "192.0.2.1"],
  ["IPv4 within IPv6", "::ffff:10.1.2.3", "203.0.113.9", proxies, "203.0.113.9"],
  ["IPv6", "2001:db8::1", "[2001:db8::7]:4711", proxies, "2001:db8::7"],
  ["a proxy that names none", "10.1.2.3", undefined, proxies, "10.1.2.3"],
  ["nonsense", "10.1.2.3", "unknown", proxies, null],
])("%s", (_, peer, header, trusted, expected) => {
  expect(clientAddress(peer, header, trusted)).toBe(expected);
});

it("says which entry of the setting is none", () => {
  expect(() => readTrustedProxies("10.0.0.0/8, proxy.example")).toThrow('"proxy.example"');
});
