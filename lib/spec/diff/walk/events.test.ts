import { describe, expect, it } from "vitest";
import { ruling } from "../testing/verdicts-of.ts";

const head = (version = "3.0.0") => `asyncapi: ${version}\ninfo: {title: T, version: "1"}\n`;
const payload = "payload: {type: object, required: [id], properties: {id: {type: string}, note: {type: string}}}";
/** One operation on the channel `orders.placed`. */
const event = (action: "send" | "receive", message: string, { channel = "", operation = "", more = "" } = {}) =>
  `${head()}channels: {c: {address: orders.placed, ${channel}messages: {m: {name: Placed, ${message}}${more}}}, r: {address: replies, messages: {a: {name: Answer, payload: {type: object, required: [ok], properties: {ok: {type: boolean}}}}}}}\noperations: {o: {action: ${action}, channel: {$ref: '#/channels/c'}${operation}}}\n`;
const avro = (action: "send" | "receive", fields: string) => event(action, `payload: {schemaFormat: 'application/vnd.apache.avro;version=1.9.0', schema: {type: record, name: Placed, fields: [${fields}]}}`);
const old = (message: string, verb = "subscribe") => `${head("2.6.0")}channels: {orders.placed: {${verb}: {message: ${message}}}}\n`;
const text = "{name: id, type: string}";
const number = "{name: n, type: int}";

type Row = [name: string, base: string, revision: string, ruling: string];

function check(rows: Row[]): void {
  it.each(rows)("%s", async (_name, base, revision, expected) => {
    expect(await ruling(base, revision)).toBe(expected);
  });
}

describe("payloads vary like responses where they are sent, like requests where they are received", () => check([
  ["sent: a property no longer certain", event("send", payload), event("send", payload.replace("required: [id], ", "")), "breaking: response-property-became-optional"],
  ["received: a property no longer needed", event("receive", payload), event("receive", payload.replace("required: [id], ", "")), "compatible: request-property-became-optional"],
  ["sent: a property more that is needed", event("send", payload), event("send", payload.replace("[id]", "[id, note]")), "compatible: response-property-became-required"],
  ["received: a property more that is needed", event("receive", payload), event("receive", payload.replace("[id]", "[id, note]")), "breaking: request-property-became-required"],
  ["sent: an optional property removed", event("send", payload), event("send", payload.replace(", note: {type: string}", "")), "risky: response-property-removed"],
  ["sent: a header of another type", event("send", `headers: {type: object, properties: {h: {type: string}}}, ${payload}`), event("send", `headers: {type: object, properties: {h: {type: integer}}}, ${payload}`), "breaking: response-type-widened"],
]));

describe("operations, channels and messages", () => check([
  ["no longer sent", event("send", payload), `${head()}channels: {}\n`, "breaking: event-no-longer-sent"],
  ["no longer received", event("receive", payload), `${head()}channels: {}\n`, "breaking: event-no-longer-received"],
  ["sent on another address", event("send", payload), event("send", payload).replace("orders.placed", "orders.made"), "breaking: event-no-longer-sent"],
  ["keys called otherwise", event("send", payload), event("send", payload).replaceAll("/c'", "/k'").replace("{c: {", "{k: {").replace("{m: {name", "{n: {name").replace("{o: {", "{p: {"), "compatible"],
  ["a message more that is sent", event("send", payload), event("send", payload, { more: ", x: {name: Other, payload: {type: string}}" }), "risky: message-added-sent"],
  ["a message more that is received", event("receive", payload), event("receive", payload, { more: ", x: {name: Other, payload: {type: string}}" }), "compatible: message-added-received"],
  ["a message fewer that is received", event("receive", payload, { more: ", x: {name: Other, payload: {type: string}}" }), event("receive", payload), "breaking: message-removed-received"],
  ["headers that are new, of which none is needed", event("receive", payload), event("receive", `headers: {properties: {h: {type: string}}}, ${payload}`), "compatible: request-property-added"],
  ["another content type", event("send", `contentType: application/json, ${payload}`), event("send", `contentType: application/xml, ${payload}`), "breaking: message-content-type-changed"],
  ["headers from a trait, or written out", event("send", `${payload}, traits: [{headers: {type: object, properties: {h: {type: string}}}}]`), event("send", `${payload}, headers: {type: object, properties: {h: {type: string}}}`), "compatible"],
  ["a header of a trait that is gone", event("send", `${payload}, traits: [{headers: {type: object, required: [h], properties: {h: {type: string}}}}]`), event("send", payload), "breaking: response-required-property-removed"],
  ["the default content type written out", event("send", payload).replace("channels:", "defaultContentType: application/json\nchannels:"), event("send", `contentType: application/json, ${payload}`), "compatible"],
  ["security of a server that is new", event("receive", payload).replace("channels:", "servers: {s: {host: b.shop.io, protocol: kafka}}\nchannels:"), event("receive", payload).replace("channels:", "servers: {s: {host: b.shop.io, protocol: kafka, security: [{type: userPassword}]}}\nchannels:"), "breaking: security-stricter"],
  ["an address parameter with fewer values, where it receives", event("receive", payload).replace("orders.placed,", "'o/{t}', parameters: {t: {enum: [a, b]}},"), event("receive", payload).replace("orders.placed,", "'o/{t}', parameters: {t: {enum: [a]}},"), "breaking: channel-parameter-narrowed"],
  ["an address parameter of another type in 2.6", old(`{${payload}}`, "publish").replace("orders.placed: {", "'o/{t}': {parameters: {t: {schema: {type: string}}}, "), old(`{${payload}}`, "publish").replace("orders.placed: {", "'o/{t}': {parameters: {t: {schema: {type: string, maxLength: 3}}}, "), "breaking: request-max-length-narrowed"],
  ["another correlation id", event("send", `correlationId: {location: '$message.header#/a'}, ${payload}`), event("send", `correlationId: {location: '$message.header#/b'}, ${payload}`), "risky: correlation-id-changed"],
  ["parameters called otherwise", event("send", payload).replace("orders.placed", "'orders/{id}'"), event("send", payload).replace("orders.placed", "'orders/{order}'"), "compatible"],
]));

describe("replies, whose direction turns round", () => {
  const asking = event("receive", payload, { operation: ", reply: {channel: {$ref: '#/channels/r'}}" });
  check([
    ["an answer that is sent loses a property", asking, asking.replace("required: [ok], properties: {ok: {type: boolean}}", "properties: {}"), "breaking: response-required-property-removed"],
    ["no answer any more", asking, event("receive", payload), "breaking: reply-removed-sent"],
    ["an answer to what is sent needs more", asking.replace("action: receive", "action: send"), asking.replace("action: receive", "action: send").replace("required: [ok], properties: {", "required: [ok, why], properties: {why: {type: string}, "), "breaking: request-required-property-added"],
    ["answered elsewhere", asking, asking.replace("address: replies", "address: answers"), "breaking: reply-address-changed"],
  ]);
});

describe("bindings", () => check([
  ["another topic of Kafka", event("send", payload, { channel: "bindings: {kafka: {topic: a}}, " }), event("send", payload, { channel: "bindings: {kafka: {topic: b}}, " }), "breaking: binding-address-changed"],
  ["another method of HTTP", event("receive", payload, { operation: ", bindings: {http: {method: POST}}" }), event("receive", payload, { operation: ", bindings: {http: {method: PUT}}" }), "breaking: binding-address-changed"],
  ["what opens a WebSocket needs more, whichever way messages go", event("send", payload, { channel: "bindings: {ws: {query: {type: object, properties: {t: {type: string}}}}}, " }), event("send", payload, { channel: "bindings: {ws: {query: {type: object, required: [t], properties: {t: {type: string}}}}}, " }), "breaking: request-property-became-required"],
  ["more partitions of Kafka", event("send", payload, { channel: "bindings: {kafka: {partitions: 3}}, " }), event("send", payload, { channel: "bindings: {kafka: {partitions: 6}}, " }), "compatible: binding-housekeeping-changed"],
  ["a key of Kafka that is a number now", event("send", `bindings: {kafka: {key: {type: string}}}, ${payload}`), event("send", `bindings: {kafka: {key: {type: integer}}}, ${payload}`), "breaking: response-type-widened"],
  ["a key of Kafka that is gone where it is sent", event("send", `bindings: {kafka: {key: {type: string}}}, ${payload}`), event("send", payload), "risky: message-key-removed-sent"],
  ["a key of Kafka that is gone, and its binding is not", event("send", `bindings: {kafka: {key: {type: string}}}, ${payload}`), event("send", `bindings: {kafka: {bindingVersion: 0.5.0}}, ${payload}`), "risky: message-key-removed-sent"],
  ["a key of Kafka that is new where it is sent", event("send", payload), event("send", `bindings: {kafka: {key: {type: string}}}, ${payload}`), "compatible: message-key-added-sent"],
  ["a key of Kafka that is gone where it is received", event("receive", `bindings: {kafka: {key: {type: string}}}, ${payload}`), event("receive", payload), "compatible: message-key-removed-received"],
  ["a key of Kafka that is new where it is received", event("receive", payload), event("receive", `bindings: {kafka: {key: {type: string}}}, ${payload}`), "risky: message-key-added-received"],
  ["the topic of Kafka written out", event("send", payload), event("send", payload, { channel: "bindings: {kafka: {topic: orders.placed}}, " }), "compatible"],
  ["the topic of Kafka no longer another", event("send", payload, { channel: "bindings: {kafka: {topic: a}}, " }), event("send", payload), "breaking: binding-address-changed"],
  ["bindings of AMQP that are gone", event("send", payload, { operation: ", bindings: {amqp: {expiration: 100, ack: true}}" }), event("send", payload), "risky: binding-removed"],
  ["bindings of MQTT that are new", event("send", payload), event("send", payload, { operation: ", bindings: {mqtt: {qos: 2}}" }), "compatible: binding-added"],
  ["a query of a WebSocket that is needed now", event("receive", payload), event("receive", payload, { channel: "bindings: {ws: {query: {type: object, required: [token], properties: {token: {type: string}}}}}, " }), "breaking: request-required-property-added"],
  ["the kind of AMQP channel written out", event("send", payload, { channel: "bindings: {amqp: {exchange: {name: a}}}, " }), event("send", payload, { channel: "bindings: {amqp: {is: routingKey, exchange: {name: a, vhost: /}}}, " }), "compatible"],
  ["another exchange of AMQP", event("send", payload, { channel: "bindings: {amqp: {is: routingKey, exchange: {name: a}}}, " }), event("send", payload, { channel: "bindings: {amqp: {is: routingKey, exchange: {name: b}}}, " }), "breaking: binding-address-changed"],
  ["another quality of service of MQTT", event("send", payload, { operation: ", bindings: {mqtt: {qos: 1}}" }), event("send", payload, { operation: ", bindings: {mqtt: {qos: 2}}" }), "risky: binding-changed"],
]));

describe("Avro, by its own rules", () => check([
  ["sent: a field more", avro("send", text), avro("send", `${text}, ${number}`), "compatible: message-payload-changed"],
  ["sent: a field fewer, without default", avro("send", `${text}, ${number}`), avro("send", text), "breaking: message-payload-incompatible"],
  ["received: a field more, without default", avro("receive", text), avro("receive", `${text}, ${number}`), "breaking: message-payload-incompatible"],
  ["received: a field more, with default", avro("receive", text), avro("receive", `${text}, {name: n, type: int, default: 0}`), "compatible: message-payload-changed"],
  ["received: int to long", avro("receive", number), avro("receive", "{name: n, type: long}"), "compatible: message-payload-changed"],
  ["sent: int to long", avro("send", number), avro("send", "{name: n, type: long}"), "breaking: message-payload-incompatible"],
  ["sent: one symbol more of an enum", avro("send", "{name: e, type: {type: enum, name: E, symbols: [A]}}"), avro("send", "{name: e, type: {type: enum, name: E, symbols: [A, B]}}"), "breaking: message-payload-incompatible"],
  ["sent: one symbol more of an enum with a default", avro("send", "{name: e, type: {type: enum, name: E, symbols: [A], default: A}}"), avro("send", "{name: e, type: {type: enum, name: E, symbols: [A, B], default: A}}"), "compatible: message-payload-changed"],
  ["received: a field called otherwise, with the old name as an alias", avro("receive", text), avro("receive", "{name: key, aliases: [id], type: string}"), "compatible: message-payload-changed"],
  ["in another namespace", avro("send", text), avro("send", text).replace("name: Placed, fields", "name: Placed, namespace: io.shop, fields"), "compatible: message-payload-changed"],
  ["milliseconds that become microseconds", avro("send", "{name: t, type: {type: long, logicalType: timestamp-millis}}"), avro("send", "{name: t, type: {type: long, logicalType: timestamp-micros}}"), "breaking: message-payload-incompatible"],
  ["sent: null becomes possible", avro("send", text), avro("send", "{name: id, type: ['null', string]}"), "breaking: message-payload-incompatible"],
]));

const regional = (schema: string) => `${head("2.6.0")}channels: {"orders/{region}": {parameters: {region: {schema: ${schema}}}, subscribe: {message: {name: Placed, ${payload}}}}}\ncomponents: {schemas: {Region: {type: string, enum: [fr, de]}}}\n`;
const region = "{$ref: '#/components/schemas/Region'}";

describe("parameters of a channel", () => check([
  ["whose values stand behind a reference, or not", regional("{type: string, enum: [fr, de]}"), regional(region), "compatible"],
  ["whose values stood behind a reference", regional(region), regional("{type: string, enum: [de, fr]}"), "compatible"],
]));

describe("over versions of AsyncAPI", () => check([
  ["the protocol of a server written into its address, or not", old(`{name: Placed, ${payload}}`).replace("channels:", "servers: {s: {url: 'broker.shop.io:9092', protocol: kafka}}\nchannels:"), event("send", payload).replace("channels:", "servers: {s: {host: 'broker.shop.io:9092', protocol: kafka}}\nchannels:"), "compatible"],
  [
    "scopes that 3.0 writes into a scheme", old(`{name: Placed, ${payload}}`).replace("subscribe: {", "subscribe: {security: [{auth: [r]}], ").concat("components: {securitySchemes: {auth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://login.shop.io', scopes: {r: r}}}}}}\n"),
    event("send", payload, { operation: ", security: [{type: oauth2, scopes: [r], flows: {clientCredentials: {tokenUrl: 'https://login.shop.io', availableScopes: {r: r}}}}]" }), "compatible",
  ],
  ["2.6 subscribe is 3.0 send", old(`{name: Placed, ${payload}}`), event("send", payload), "compatible"],
  ["2.6 publish is 3.0 receive", old(`{name: Placed, ${payload}}`, "publish"), event("receive", payload), "compatible"],
  ["2.6 oneOf of messages in another order", old(`{oneOf: [{payload: {type: object, properties: {a: {}}}}, {payload: {type: object, properties: {b: {}}}}]}`), old(`{oneOf: [{payload: {type: object, properties: {b: {}}}}, {payload: {type: object, properties: {a: {}}}}]}`), "compatible"],
  ["2.6 to 3.0 with another type", old(`{name: Placed, ${payload}}`, "publish"), event("receive", payload.replace("id: {type: string}", "id: {type: integer}")), "breaking: request-type-narrowed"],
]));
