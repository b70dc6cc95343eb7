import { expect, it } from "vitest";
import { brokerPlaces } from "./broker-place.ts";

const hosts = (host: string | null, protocol: string | null, placeholder = false) => brokerPlaces({ name: "main", protocol, host, placeholder }).map((place) => place.host);

it("gives one place one name: with its usual port, whatever of its protocols it is spelled with", () => {
  expect(hosts("test.mosquitto.org", "mqtt")).toEqual(hosts("test.mosquitto.org:1883", "mqtt"));
  expect(hosts("b-1.acme.io:9092,b-2.acme.io", "kafka-secure")).toEqual(["b-1.acme.io:9092", "b-2.acme.io:9092"]);
  expect(hosts("events.acme.io", "wss")).toEqual(["events.acme.io"]);
});

it("takes a name of one network, a placeholder and nothing at all for no place", () => {
  expect([hosts("kafka:9092", "kafka"), hosts("localhost:9092", "kafka", true), hosts(null, null)]).toEqual([[null], [null], [null]]);
  expect(brokerPlaces({ name: "main", protocol: "kafka", host: "kafka", placeholder: false })[0]?.saidHost).toBe("kafka:9092");
});
