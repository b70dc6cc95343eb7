import { expect, it } from "vitest";
import { coversAddress, isPattern } from "./covers-address.ts";

it.each([
  ["mqtt", "sensors/+/temp", "sensors/{}/temp", "all"],
  ["mqtt", "sensors/#", "sensors/{}/temp", "all"],
  ["mqtt", "sensors/#", "sensors", "all"],
  ["mqtt", "$share/workers/sensors/+", "sensors/{}", "all"],
  ["secure-mqtt", "sensors/+", "sensors/{}/temp", null],
  ["mqtt", "sensors/kitchen/+", "sensors/{}/temp", "some"],
  ["mqtt", "sensors/dev-{}/+", "sensors/dev-7/temp", "some"],
  ["mqtt", "sensors/dev-{}/+", "sensors/room-7/temp", null],
  ["mqtt", "other/#", "sensors/{}/temp", null],
  ["mqtt", "sensors/#/temp", "sensors/a/temp", null],
  ["amqp", "orders.*.placed", "orders.{}.placed", "all"],
  ["amqp", "#.placed", "orders.eu.placed", "all"],
  ["amqps", "orders.#.done", "orders.done", "all"],
  ["amqp", "orders.*", "orders.eu.placed", null],
  ["amqp", "*.eu.#", "orders.{}.placed", "some"],
  ["kafka", "orders.*", "orders.placed", null],
] as const)("%s: %s takes in of %s: %s", (protocol, pattern, address, covered) => {
  expect(coversAddress(protocol, pattern, address)).toBe(covered);
});

it("knows a wildcard only where the protocol has it, and only as a whole word", () => {
  expect(["a/+", "a/#", "a/b+", "a.*"].map((address) => isPattern("mqtt", address))).toEqual([true, true, false, false]);
  expect(["a.*", "a.#.b", "a/+"].map((address) => isPattern("amqp", address))).toEqual([true, true, false]);
  expect(isPattern("kafka", "a.*")).toBe(false);
});
