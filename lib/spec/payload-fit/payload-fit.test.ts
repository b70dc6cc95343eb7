import { expect, it } from "vitest";
import type { Message } from "../normalized-spec.ts";
import { payloadFit } from "./payload-fit.ts";

const side = (payload: Message["payload"]) => ({
  schemas: [],
  message: { id: "m", name: "m", title: null, summary: null, description: null, contentType: null, schemaFormat: null, headers: null, payload, payloadSource: null, correlationId: null, examples: [], tags: [], deprecated: false, internal: false, bindings: null, file: "a.yaml", pointer: "/m" } satisfies Message,
});
const order = (properties: Record<string, object>, required: string[] = []) => side({ type: "object", properties, required });

it("fits where the receiver demands less than is sent", () => {
  const sent = order({ id: { type: "string" }, total: { type: "integer" }, note: { type: "string" } }, ["id", "total"]);
  expect(payloadFit(sent, order({ id: { type: "string" }, total: { type: "number" } }, ["id"]))).toMatchObject({ verdict: "fits" });
});

it("names the field that is sent as something else, or not always", () => {
  const sent = order({ id: { type: "string" }, total: { type: "string" } }, ["id"]);
  expect(payloadFit(sent, order({ id: { type: "string" }, total: { type: "number" } }, ["id"]))).toMatchObject({ verdict: "misfits", field: "payload.total" });
  expect(payloadFit(sent, order({ id: { type: "string" }, total: { type: "string" } }, ["id", "total"]))).toMatchObject({ verdict: "misfits", field: "payload.total" });
});

it("names everything that does not fit, in words of sender and receiver", () => {
  const sent = order({ id: { type: "integer" }, note: { type: "string" } });
  const received = order({ id: { type: "string" }, note: { type: "string" }, at: { type: "string" } }, ["at", "note"]);
  expect(payloadFit(sent, received).sentence.toLowerCase().split("; ").map((said) => said.replace(/\.$/, "")).sort()).toEqual([
    "the receiver requires `payload.at`, the sender does not send it", "the receiver requires `payload.note`, the sender may leave it out", "the type of `payload.id` is integer at the sender, string at the receiver",
  ]);
});

it("says so where it cannot be told", () => {
  expect(payloadFit(side(null), order({}))).toMatchObject({ verdict: "unknown" });
});
