import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import type { NormalizedSpec, ParsedSpec } from "../../normalized-spec.ts";
import { parseSpec } from "../../parse-spec.ts";

const parse = (text: string, others: Record<string, string> = {}): Promise<ParsedSpec> =>
  parseSpec(
    Object.entries({ "api.yaml": text, ...others }).map(([path, content]) => ({ path, bytes: new TextEncoder().encode(content) })),
    { root: "api.yaml" },
  );
async function read(text: string, others?: Record<string, string>): Promise<NormalizedSpec> {
  const { spec, diagnostics } = await parse(text, others);
  if (!spec) throw new Error(JSON.stringify(diagnostics));
  return spec;
}
const head2 = "asyncapi: 2.6.0\ninfo: {title: Orders, version: '1'}\n";
const head3 = "asyncapi: 3.0.0\ninfo: {title: Orders, version: '1'}\n";

test("turns subscribe and publish of 2.x into what the owner sends and receives", async () => {
  const spec = await read(`asyncapi: 2.6.0
info: {title: Orders, version: 1.10}
channels:
  orders/{orderId}/placed:
    parameters: {orderId: {description: Which, schema: {type: string, enum: [a, b]}, location: $message.payload#/id}}
    subscribe: {operationId: onPlaced, summary: An order was placed, message: {name: OrderPlaced, payload: {type: object, properties: {id: {type: string}}}}}
    publish: {message: {oneOf: [{$ref: '#/components/messages/cancel'}, {messageId: change, payload: {type: string}}]}}
components: {messages: {cancel: {payload: {type: integer}}}}
`);
  expect(spec.label).toBe("1.10");
  expect(spec.operations.map(({ key, display, operationIds, messages, channel }) => ({ key, display, operationIds, messages, channel }))).toEqual([
    { key: "send orders/{}/placed", display: "send orders/{orderId}/placed", operationIds: ["onPlaced"], messages: ["OrderPlaced"], channel: "orders/{orderId}/placed" },
    { key: "receive orders/{}/placed", display: "receive orders/{orderId}/placed", operationIds: [], messages: ["cancel", "change"], channel: "orders/{orderId}/placed" },
  ]);
  expect(spec.channels).toMatchObject([
    { address: "orders/{orderId}/placed", messages: ["OrderPlaced", "cancel", "change"], parameters: [{ name: "orderId", description: "Which", enum: ["a", "b"], location: "$message.payload#/id" }] },
  ]);
  expect(spec.properties.find(({ path }) => path === "id")).toMatchObject({ owner: { kind: "message", id: "OrderPlaced" }, place: "payload", type: "string" });
});

test("reads operations, replies, unknown addresses and merged operations of 3.x", async () => {
  const spec = await read(`${head3}
servers:
  main: {host: 'Broker.acme.io:{port}', pathname: v1, protocol: KAFKA, variables: {port: {default: '9092'}}, security: [{$ref: '#/components/securitySchemes/login'}]}
channels:
  orders: {address: 'orders.{region}', servers: [{$ref: '#/servers/main'}], messages: {placed: {$ref: '#/components/messages/placed'}, gone: {payload: true}}}
  answers: {address: null, messages: {answer: {title: An answer}}}
operations:
  a: {action: send, channel: {$ref: '#/channels/orders'}, messages: [{$ref: '#/channels/orders/messages/placed'}]}
  b: {action: send, channel: {$ref: '#/channels/orders'}, messages: [{$ref: '#/channels/orders/messages/gone'}], tags: [{name: late}]}
  ask: {action: receive, channel: {$ref: '#/channels/answers'}, reply: {address: {location: '$message.header#/replyTo'}, channel: {$ref: '#/channels/answers'}}}
components:
  messages: {placed: {name: OrderPlaced, payload: {schemaFormat: 'application/vnd.aai.asyncapi+json;version=3.0.0', schema: {type: string}}}}
  securitySchemes: {login: {type: userPassword}}
`);
  expect(spec.servers).toMatchObject([{ name: "main", protocol: "kafka", host: "broker.acme.io:9092", pathname: "/v1", placeholder: false }]);
  expect(spec.operations.map(({ key, operationIds, messages, tags, reply, security }) => ({ key, operationIds, messages, tags, reply, security }))).toEqual([
    { key: "send orders.{}", operationIds: ["a", "b"], messages: ["OrderPlaced", "gone"], tags: ["late"], reply: null, security: [[{ scheme: "login", scopes: [] }]] },
    { key: "receive ?answers", operationIds: ["ask"], messages: ["answer"], tags: [], reply: { address: "$message.header#/replyTo", channel: "answers", messages: ["answer"] }, security: [[{ scheme: "login", scopes: [] }]] },
  ]);
  expect(spec.channels.map(({ id, address, servers, messages }) => ({ id, address, servers, messages }))).toEqual([
    { id: "orders", address: "orders.{region}", servers: ["main"], messages: ["OrderPlaced", "gone"] },
    { id: "answers", address: null, servers: ["main"], messages: ["answer"] },
  ]);
  expect(spec.messages.find(({ id }) => id === "OrderPlaced")).toMatchObject({ payload: { type: "string" }, schemaFormat: "application/vnd.aai.asyncapi+json;version=3.0.0" });
});

test("lets traits override in 2.x and fill in in 3.x", async () => {
  const body = (send: string) => `
components:
  operationTraits: {t: {summary: of the trait, bindings: {kafka: {clientId: {type: string}}}}}
  messageTraits: {h: {headers: {type: object, properties: {trace: {type: string}}}, contentType: text/plain}}
  messages: {m: {name: M, contentType: application/json, headers: {type: object, properties: {own: {type: integer}}}, traits: [{$ref: '#/components/messageTraits/h'}]}}
${send}`;
  const two = await read(head2 + body("channels: {c: {subscribe: {summary: own, traits: [{$ref: '#/components/operationTraits/t'}], message: {$ref: '#/components/messages/m'}}}}"));
  const three = await read(head3 + body("channels: {c: {address: c, messages: {m: {$ref: '#/components/messages/m'}}}}\noperations: {o: {action: send, channel: {$ref: '#/channels/c'}, summary: own, traits: [{$ref: '#/components/operationTraits/t'}]}}"));
  expect([two, three].map((spec) => spec.operations[0]?.summary)).toEqual(["of the trait", "own"]);
  expect([two, three].map((spec) => spec.messages[0]?.contentType)).toEqual(["text/plain", "application/json"]);
  for (const spec of [two, three]) {
    expect(spec.operations[0]?.bindings).toEqual({ kafka: { clientId: { type: "string" } } });
    expect(spec.messages[0]?.headers).toEqual({ type: "object", properties: { own: { type: "integer" }, trace: { type: "string" } } });
    expect(spec.properties.map(({ place, path }) => `${place}.${path}`).sort()).toEqual(["headers.own", "headers.trace"]);
  }
});

test("follows channels, messages, servers and schemas into other files of the upload", async () => {
  const spec = await read(
    `${head3}
servers: {main: {$ref: 'common/servers.yaml#/main'}}
channels: {orders: {$ref: 'common/channels.yaml#/orders'}}
operations: {o: {action: receive, channel: {$ref: '#/channels/orders'}}}
`,
    {
      "common/servers.yaml": "main: {host: mq.acme.io, protocol: amqp}",
      "common/channels.yaml": "orders: {address: orders, messages: {placed: {payload: {$ref: 'schemas.yaml#/Order'}}}}",
      "common/schemas.yaml": "Order: {type: object, properties: {id: {type: string}}}",
    },
  );
  expect(spec.files).toEqual(["api.yaml", "common/servers.yaml", "common/channels.yaml", "common/schemas.yaml"]);
  expect(spec.channels).toMatchObject([{ id: "orders", address: "orders", servers: ["main"], file: "common/channels.yaml", pointer: "/orders" }]);
  expect(spec.messages).toMatchObject([{ id: "placed", payload: { $ref: "common/schemas.yaml#/Order" } }]);
  expect(spec.schemas.map(({ id }) => id)).toEqual(["common/schemas.yaml#/Order"]);
});

test("gives the fields of an Avro payload, records within records, and keeps its source", async () => {
  const avro = {
    type: "record", name: "Order", namespace: "acme", fields: [
      { name: "id", type: { type: "string", logicalType: "uuid" }, doc: "Its number" },
      { name: "note", type: ["null", "string"], default: null },
      { name: "lines", type: { type: "array", items: { type: "record", name: "Line", fields: [{ name: "sku", type: "string" }, { name: "of", type: ["null", "Order"] }] } } },
      { name: "state", type: { type: "enum", name: "State", symbols: ["NEW", "PAID"] } },
    ],
  };
  const spec = await read(
    `${head2}channels: {c: {subscribe: {message: {name: M, schemaFormat: application/vnd.apache.avro;version=1.9.0, payload: {$ref: 'order.avsc#/Order'}}}}}`,
    { "order.avsc": JSON.stringify(avro) },
  );
  expect(spec.messages).toMatchObject([{ payload: null, payloadSource: avro }]);
  expect(spec.properties.map(({ path, type, format, required, enum: symbols }) => [path, type, format, required, symbols.join()])).toEqual([
    ["id", "string", "uuid", true, ""],
    ["note", "string or null", null, false, ""],
    ["lines", "array of Line", null, true, ""],
    ["lines[].sku", "string", null, true, ""],
    ["lines[].of", "Order or null", null, false, ""],
    ["state", "string", null, true, "NEW,PAID"],
  ]);
});

test("follows references to the bindings of one protocol, merged with those of traits", async () => {
  const spec = await read(`${head3}
channels: {c: {address: c, bindings: {kafka: {$ref: '#/components/channelBindings/k'}}, messages: {m: {payload: {}}}}}
operations: {o: {action: send, channel: {$ref: '#/channels/c'}, bindings: {kafka: {clientId: {type: string}}}, traits: [{bindings: {kafka: {groupId: {type: string}}, amqp: {ack: true}}}]}}
components: {channelBindings: {k: {topic: orders}}}
`);
  expect(spec.channels[0]?.bindings).toEqual({ kafka: { topic: "orders" } });
  expect(spec.operations[0]?.bindings).toEqual({ kafka: { clientId: { type: "string" }, groupId: { type: "string" } }, amqp: { ack: true } });
});

test("keeps messages of one name apart unless they say the same", async () => {
  const message = "{name: Same, payload: {type: string}}";
  const spec = await read(`${head2}channels: {a: {subscribe: {message: ${message}}}, b: {subscribe: {message: ${message}}}, c: {subscribe: {message: {name: Same, payload: {type: integer}}}}}`);
  expect(spec.operations.map(({ messages }) => messages)).toEqual([["Same"], ["Same"], ["c message"]]);
});

test("turns every direction round in a document written from a client's side", async () => {
  const spec = await read(`${head2}x-intermesh-perspective: client\nchannels: {a: {subscribe: {message: {payload: {}}}}}`);
  expect(spec).toMatchObject({ perspective: "client", operations: [{ key: "receive a", action: "receive" }] });
});

test("lists the channels and messages of a document without operations", async () => {
  const spec = await read(`${head3}components: {messages: {m: {payload: {}}}, channels: {c: {address: x}}, schemas: {S: {type: object}}}`);
  expect([spec.messages.map(({ id }) => id), spec.channels.map(({ address }) => address), spec.schemas.map(({ name }) => name), spec.operations]).toEqual([["m"], ["x"], ["S"], []]);
});

test("marks what is internal or deprecated, also by its channel", async () => {
  const spec = await read(`${head2}channels: {a: {x-internal: true, subscribe: {message: {x-internal: true, deprecated: true}}}, b: {subscribe: {x-deprecated: true, x-sunset: 2030-01-31}}}`);
  expect(spec.operations).toMatchObject([{ internal: true, deprecated: false }, { internal: false, deprecated: true, sunset: "2030-01-31" }]);
  expect(spec.messages).toMatchObject([{ internal: true, deprecated: true }]);
});

test("says what to do about a version that it cannot read", async () => {
  const { spec, diagnostics } = await parse("asyncapi: 1.2.0\ninfo: {title: x, version: '1'}\n");
  expect(spec).toBeNull();
  expect(diagnostics).toMatchObject([{ severity: "error", code: "unsupported-version", line: 1, column: 1, message: expect.stringContaining("`1.2.0`"), help: expect.stringContaining("Convert") }]);
  expect(await parse(`${head3.replace("3.0.0", "3.7.0")}channels: {}`)).toMatchObject({ spec: { specVersion: "3.7.0" }, diagnostics: [{ severity: "warning", code: "unknown-version" }] });
});

test("places the errors of the specification in the file where they are", async () => {
  const { valid, diagnostics } = await parse(`${head2}channels:\n  a:\n    subscribe:\n      message: {$ref: 'm.yaml#/m'}\n      sumary: typo\n`, { "m.yaml": "m:\n  payload: {type: wrong}\n  name: [1]\n" });
  expect(valid).toBe(false);
  expect(diagnostics.map(({ file, line, column, pointer, message }) => `${file}:${line}:${column} ${pointer} ${message}`)).toEqual([
    'api.yaml:7:7 /channels/a/subscribe/sumary Property "sumary" is not expected to be here.',
    'm.yaml:2:13 /m/payload/type "type" property must be equal to one of the allowed values: "array", "boolean", "integer", "null", "number", "object", "string". Did you mean "string"?',
    'm.yaml:3:3 /m/name "name" property type must be string.',
  ]);
});

test("never fetches, and reports references that lead out of the upload", async () => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked++;
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.json`;
  const { spec, diagnostics } = await parse(`${head2}channels: {a: {subscribe: {message: {payload: {$ref: '${address}'}}}}, b: {subscribe: {message: {$ref: '../x.yaml'}}}}`);
  await new Promise((resolve) => server.close(resolve));
  expect(asked).toBe(0);
  expect(spec?.channels).toHaveLength(2);
  expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(["warning external-ref", "error ref-outside"]);
});

test("takes references that expand without end for what they are", async () => {
  const schemas = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`s${i}`, { type: "object", properties: { a: { $ref: `#/components/schemas/s${(i + 1) % 60}` }, b: { $ref: `#/components/schemas/s${(i + 1) % 60}` } } }]));
  const { spec, valid, diagnostics } = await parse(JSON.stringify({ asyncapi: "2.6.0", info: { title: "x", version: "1" }, channels: {}, components: { schemas } }));
  expect(spec?.schemas).toHaveLength(60);
  expect({ valid, codes: diagnostics.map(({ code }) => code) }).toEqual({ valid: true, codes: ["partly-judged"] });
  const loop = await parse(`${head2}channels: {}\ncomponents: {messages: {a: {$ref: '#/components/messages/b'}, b: {oneOf: [{$ref: '#/components/messages/b'}]}}}`);
  expect(loop.spec?.messages).toEqual([]);
});
