import { expect, it } from "vitest";
import { type ChannelPart, channelPairs, ownershipOf } from "./channel-pairs.ts";

const part = (interfaceId: number, action: "send" | "receive", { messages = [] as string[], reply = false, serviceId = null as number | null } = {}): ChannelPart =>
  ({ interfaceId, serviceId, action, line: null, operationKey: `${action} x`, reply, messages: messages.map((name) => ({ id: name, name })) });
const lines = (parts: ChannelPart[], options = {}) => channelPairs(parts, ownershipOf(parts, options)).map(({ user, used, flow, messages }) => `${user.interfaceId} ${flow} ${used.interfaceId}${messages ? ` ${messages.join()}` : ""}`);

it("lets receivers use the sole sender, and senders the sole receiver", () => {
  expect(lines([part(1, "send"), part(2, "receive"), part(3, "receive")])).toEqual(["2 event 1", "3 event 1"]);
  expect(lines([part(1, "send"), part(2, "send"), part(3, "receive")])).toEqual(["1 command 3", "2 command 3"]);
});

it("lets who asks use the one who answers, though it alone sends there", () => {
  expect(lines([part(1, "send"), part(2, "receive")], { answers: true })).toEqual(["1 command 2"]);
});

it("pairs everyone with everyone where nobody owns the channel, but for a named owner's commands", () => {
  const parts = [part(1, "send"), part(2, "send"), part(3, "receive", { serviceId: 9 }), part(4, "receive")];
  expect(lines(parts)).toEqual(["3 event 1", "4 event 1", "3 event 2", "4 event 2"]);
  expect(lines(parts, { named: "service 9" })).toEqual(["1 command 3", "4 event 1", "2 command 3", "4 event 2"]);
});

it("makes no use of oneself, nor of waiting for an answer; names the messages that are known where they are not all", () => {
  expect(lines([part(1, "send", { serviceId: 5 }), part(2, "receive", { serviceId: 5 }), part(3, "receive", { reply: true })])).toEqual([]);
  expect(lines([part(1, "send", { messages: ["A", "B"] }), part(2, "receive", { messages: ["B"] }), part(3, "receive", { messages: ["A", "B"] })])).toEqual(["2 event 1 B", "3 event 1"]);
});
