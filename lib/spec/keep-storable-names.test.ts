import { expect, test } from "vitest";
import { parseSpec } from "./parse-spec.ts";

const parse = (document: object) => parseSpec([{ path: "api.json", bytes: new TextEncoder().encode(JSON.stringify(document)) }]);
const head = { openapi: "3.0.3", info: { title: "T", version: "1" }, paths: {} };
const get = { get: { responses: { 200: { description: "fine" } } } };
const long = "x".repeat(3_000);

test("leaves out what goes by a name that no index holds, naming the limit", async () => {
  const { spec, valid, diagnostics } = await parse({
    ...head, paths: { [`/${long}`]: get, "/b": { get: { ...get.get, tags: [long, "short"] } } },
    components: { schemas: { [long]: { type: "object", properties: { a: { type: "string" } } }, B: { type: "object", properties: { b: {}, [long]: {} } } } },
  });
  expect(valid).toBe(false);
  expect(diagnostics.filter(({ code }) => code === "limit-name").map(({ message }) => message)).toEqual([
    "The name of this operation is longer than 2000 bytes (limit nameBytesMax); it is left out.",
    "The name of this schema is longer than 2000 bytes (limit nameBytesMax); it is left out.",
  ]);
  expect(spec?.operations.map(({ key, tags }) => [key, tags])).toEqual([["GET /b", ["short"]]]);
  expect(spec?.properties.map(({ name }) => name)).toEqual(["b"]);
});

test("keeps the first of two names that cannot be told apart once stored", async () => {
  const { spec, diagnostics } = await parse({ ...head, paths: { "/a\u0000": get, "/a\ud800": get, "/a\ufffd": get }, info: { title: "t".repeat(10_000), version: "1" } });
  expect(spec?.operations).toHaveLength(1);
  expect(spec?.title).toHaveLength(500);
  expect(diagnostics.filter(({ code }) => code === "unstorable-name")).toHaveLength(2);
});

test("forgets references to a message that it leaves out", async () => {
  const { spec } = await parse({
    asyncapi: "3.0.0", info: { title: "T", version: "1" }, channels: { c: { address: "c", messages: { m: { name: long, payload: {} }, n: { payload: {} } } }, d: { address: long } },
    operations: { o: { action: "send", channel: { $ref: "#/channels/c" } }, p: { action: "send", channel: { $ref: "#/channels/d" } } },
  });
  expect(spec?.operations.map(({ key, messages }) => [key, messages])).toEqual([["send c", ["n"]]]);
  expect(spec?.channels.map(({ id, messages }) => [id, messages])).toEqual([["c", ["n"]]]);
});
