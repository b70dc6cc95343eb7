import { describe, expect, it } from "vitest";
import type { Channel, Message, Operation, Server } from "../normalized-spec.ts";
import { operationMarkdown, type OperationText } from "./operation-markdown.ts";

const at = { file: "a.yaml", pointer: "" };
const operation: Operation = {
  key: "x", display: "receive orders.{region}", kind: "event", action: "receive", address: null, parent: null, operationIds: [], summary: null, description: null, tags: [], deprecated: false, sunset: null, internal: false, externalDocs: null, servers: null,
  security: [[{ scheme: "user", scopes: [] }]], parameters: [], requestBody: null, responses: [], callbacks: [], channel: "orders", messages: ["ask"], reply: { address: "$message.header#/replyTo", channel: null, messages: ["answer"] }, bindings: { kafka: { groupId: "g1" } }, extensions: {}, ...at,
};
const message = (id: string) => ({ id, name: id, title: null, summary: null, description: null, deprecated: false, contentType: null, schemaFormat: null, correlationId: null, headers: null, payload: { type: "string" }, payloadSource: null, examples: [], bindings: null, ...at }) as unknown as Message;
const channel = { id: "orders", address: "orders.{region}", title: null, summary: null, description: null, parameters: [{ name: "region", description: "Where", enum: ["eu", "us"], default: "eu", location: null, schema: null }], servers: [], messages: [], bindings: { kafka: { partitions: 3 } }, ...at } as unknown as Channel;
const server: Server = { name: null, url: "https://{zone}.x.test", protocol: "https", host: null, pathname: null, description: null, variables: { zone: { default: "a", enum: ["a", "b"], description: "Which" } }, placeholder: false, security: [], bindings: null, pointer: "" };
const text = (change: Partial<OperationText> = {}): OperationText => ({ operation, schemas: new Map(), servers: [server], securitySchemes: [{ name: "user", type: "userPassword", description: null, definition: {} }], channel, messages: [message("ask"), message("answer")], owner: "Shop", ...change });

describe("an event as Markdown", () => {
  const written = operationMarkdown(text());

  it("sets what is answered apart from what is sent", () => {
    expect(written.indexOf("## ask")).toBeLessThan(written.indexOf("## Reply"));
    expect(written.indexOf("## Reply")).toBeLessThan(written.indexOf("### answer"));
    expect(written).toContain("`$message.header#/replyTo`");
  });

  it("holds access, settings, values of the channel's parameters and variables of servers", () => {
    for (const part of ["## Access", '"groupId": "g1"', '"partitions": 3', "- `region`, one of `eu`, `us`, default `eu`: Where", "  - `{zone}`, default `a`, one of `a`, `b`: Which"]) expect(written).toContain(part);
  });
});

it("holds every example, the parameters' examples and styles, and the callbacks of an operation", () => {
  const example = (name: string) => ({ name, summary: null, description: null, value: { is: name }, externalValue: null });
  const written = operationMarkdown(text({ channel: null, messages: [], operation: { ...operation, kind: "http", action: "POST", address: "/x", channel: null, messages: [], reply: null, bindings: null, callbacks: ["POST /x CALLBACK done"],
    parameters: [{ name: "filter", in: "query", required: false, deprecated: false, description: null, style: "deepObject", explode: true, allowReserved: false, schema: { type: "object" }, content: null, examples: [{ ...example("a"), value: { color: "red" } }], ...at }],
    requestBody: { required: true, description: null, content: [{ mediaType: "application/json", schema: null, itemSchema: null, examples: [example("one"), example("two")], encoding: null }], ...at } } }));
  for (const part of ['"is": "one"', '"is": "two"', "Example two", "`POST /x CALLBACK done`", '`{"color":"red"}`']) expect(written).toContain(part);
  expect(written).toMatch(/written filter.{1,4}key/);
});
