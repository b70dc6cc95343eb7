import type { Server } from "./normalized-spec.ts";

/** Where a channel lives, as one server of a document says it. */
export type BrokerPlace = {
  protocol: string | null;
  /** host:port in lower case where it names one real place in the world; null for none, a placeholder or a name of one network. */
  host: string | null;
  /** The same as it stands there, real or not: an administrator may know what it means. */
  saidHost: string | null;
  server: string | null;
};

/** Protocols that reach the same broker, with their usual ports. */
const families: Record<string, Record<string, number | null>> = {
  kafka: { kafka: 9092, "kafka-secure": 9092 },
  amqp: { amqp: 5672, amqps: 5671, amqp1: 5672 },
  mqtt: { mqtt: 1883, "secure-mqtt": 8883, mqtts: 8883, mqtt5: 1883 },
  ws: { ws: null, wss: null },
  http: { http: null, https: null },
  stomp: { stomp: 61613, stomps: 61614 },
  nats: { nats: 4222 },
  redis: { redis: 6379, rediss: 6379 },
  pulsar: { pulsar: 6650, "pulsar+ssl": 6651 },
};

/** The protocols that may meet at one broker with this one; itself alone where nothing is known of it. */
export function protocolsOf(protocol: string): string[] {
  return Object.keys(families[brokerFamily(protocol)] ?? { [protocol]: null });
}

/** "kafka" for `kafka-secure`, "mqtt" for `mqtts`; a protocol of its own is its own family. */
export function brokerFamily(protocol: string): string {
  return Object.keys(families).find((family) => Object.hasOwn(families[family] ?? {}, protocol)) ?? protocol;
}

/** A host with its protocol's usual port where it names none, so that `mqtt://a.io` and `mqtt://a.io:1883` are one place. */
export function withUsualPort(host: string, protocol: string | null): string {
  const port = protocol === null ? null : (families[brokerFamily(protocol)]?.[protocol] ?? null);
  return port === null || /:\d+$/.test(host) ? host : `${host}:${port}`;
}

/** A server's places: several where it lists several hosts (`b-1:9092,b-2:9092`). */
export function brokerPlaces({ name, protocol, host, placeholder }: Pick<Server, "name" | "protocol" | "host" | "placeholder">): BrokerPlace[] {
  const said = host === null ? [null] : host.split(",").map((one) => withUsualPort(one.trim().replace(/^[a-z+]+:\/\//, ""), protocol)).filter((one) => one !== "");
  return said.map((saidHost) => ({ protocol, server: name, saidHost, host: saidHost === null || placeholder || !isOnePlace(saidHost) ? null : saidHost }));
}

/** A name without a dot, such as `kafka` in every compose file, means another machine in every network. */
function isOnePlace(host: string): boolean {
  return host.startsWith("[") || host.replace(/:\d+$/, "").includes(".");
}
