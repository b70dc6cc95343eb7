import { expect, it } from "vitest";
import { diffSpecs } from "../diff/diff-specs.ts";
import { readText } from "../parse-text.fixture.ts";
import { findImpact } from "./find-impact.ts";
import type { Use } from "./use.ts";

const api = (paths: string) => `openapi: 3.1.0\ninfo: {title: Parcels, version: "1"}\npaths:\n${paths}`;
const money = "{type: object, required: [amount], properties: {amount: {type: AMOUNT}, unit: {type: string}}}";
const base = api(`  /parcels/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: OK, content: {application/json: {schema: {type: object, required: [id, state], properties: {id: {type: string}, state: {enum: [new, sent]}, price: {$ref: '#/components/schemas/Money'}, fee: {$ref: '#/components/schemas/Money'}, note: {type: string}}}}}}}
  /parcels:
    post:
      requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {weight: {type: number, maximum: 50}, sender: {type: object, properties: {name: {type: string}}}}}}}}
      responses: {"201": {description: OK}}
components: {schemas: {Money: ${money.replace("AMOUNT", "number")}}}
`);
const revision = base.replace("{type: number}", "{type: string}").replace("[new, sent]", "[new, sent, lost]").replace(", note: {type: string}", "")
  .replace("maximum: 50", "maximum: 20").replace("sender: {type: object, properties: {name: {type: string}}}", "sender: {type: object, required: [phone], properties: {name: {type: string}, phone: {type: string}}}");

async function verdict(uses: Use[] | null) {
  const [before, after] = [await readText(base), await readText(revision)];
  return findImpact(before, diffSpecs(before, after).changes, uses).verdict;
}
const reads = (...fields: string[]): Use[] => [{ operation: "GET /parcels/{parcelId}", fields }];
const writes = (...fields: string[]): Use[] => [{ operation: "post /parcels", fields }];

it("judges each consumer by the fields that it uses", async () => {
  const verdicts = {
    "a field whose type changed": await verdict(reads("response.price.amount")),
    "the same schema at another place": await verdict(reads("response.fee.amount")),
    "what holds the changed field": await verdict(reads("response.fee")),
    "its neighbour": await verdict(reads("response.price.unit")),
    "an enum with a new value": await verdict(reads("response.state")),
    "a field that is gone": await verdict(reads("response.note")),
    "a field that is as it was": await verdict(reads("response.id")),
    "a limit that was lowered": await verdict(writes("request.body.weight")),
    "an object that needs more": await verdict(writes("request.body.sender.name")),
    "fields that are not known": await verdict(writes()),
    "an operation that neither version has": await verdict([{ operation: "GET /elsewhere" }]),
    "no part that is known": await verdict(null),
  };
  expect(verdicts).toMatchInlineSnapshot(`
    {
      "a field that is as it was": "unaffected",
      "a field that is gone": "broken",
      "a field whose type changed": "broken",
      "a limit that was lowered": "broken",
      "an enum with a new value": "at risk",
      "an object that needs more": "broken",
      "an operation that neither version has": "unaffected",
      "fields that are not known": "at risk",
      "its neighbour": "unaffected",
      "no part that is known": "unknown",
      "the same schema at another place": "broken",
      "what holds the changed field": "at risk",
    }
  `);
});

it("leaves everyone alone where nothing changed or nobody fails, known or not", async () => {
  const document = await readText(base);
  expect(findImpact(document, [], null)).toEqual({ verdict: "unaffected", changes: [] });
  expect(findImpact(document, [], [{ operation: "GET /elsewhere" }]).verdict).toBe("unaffected");
  const added = diffSpecs(document, await readText(base.replace("note: {type: string}", "note: {type: string}, more: {type: string}"))).changes;
  expect(added.map(({ level }) => level)).toEqual(["info"]);
  expect(findImpact(document, added, null).verdict).toBe("unaffected");
});

const events = (paid: string, dropped: string) => `asyncapi: 3.0.0
info: {title: Shop, version: "1"}
channels:
  orders:
    address: shop.orders
    messages:
      Placed: {payload: {type: object, required: [id], properties: {id: {type: string}}}}
      Paid: {payload: {type: object, required: [${paid}], properties: {${paid}: {type: string}}}}${dropped}
operations: {tell: {action: send, channel: {$ref: '#/channels/orders'}}}
`;
const dropped = "\n      Dropped: {payload: {type: object, properties: {why: {type: string}}}}";

it("breaks who uses a message by what happens to that message, and not to another of its channel", async () => {
  const [before, after] = [await readText(events("sum", dropped)), await readText(events("total", ""))];
  const { changes } = diffSpecs(before, after);
  const using = (message?: string) => findImpact(before, changes, [{ operation: "send shop.orders", message }]);
  expect({ Placed: using("Placed").verdict, Paid: using("Paid").verdict, Dropped: using("Dropped").changes.map(({ rule }) => rule), any: using().verdict }).toEqual({ Placed: "unaffected", Paid: "at risk", Dropped: ["message-removed-sent"], any: "broken" });
});

it("takes a change of a message's key, content type or topic to touch everyone who uses that message, whichever fields they name", async () => {
  const shop = (message: string, channel = "") => `asyncapi: 3.0.0\ninfo: {title: Shop, version: "1"}\nchannels: {orders: {address: shop.orders, ${channel}messages: {Placed: {${message}payload: {type: object, required: [id], properties: {id: {type: string}}}}, Paid: {name: Paid, payload: {type: object, required: [sum], properties: {sum: {type: number}}}}}}}\noperations: {tell: {action: send, channel: {$ref: '#/channels/orders'}}}\n`;
  const base = shop("bindings: {kafka: {key: {type: string}}}, contentType: application/json, ");
  const verdicts = async (revision: string) => {
    const [before, after] = [await readText(base), await readText(revision)];
    return ["Placed", "Paid"].map((message) => findImpact(before, diffSpecs(before, after).changes, [{ operation: "send shop.orders", message, fields: [message === "Placed" ? "payload.id" : "payload.sum"] }]).verdict);
  };
  expect({
    key: await verdicts(base.replace("key: {type: string}", "key: {type: integer}")),
    "no key": await verdicts(base.replace("key: {type: string}", "")),
    "content type": await verdicts(base.replace("application/json", "application/xml")),
    topic: await verdicts(base.replace("messages: {Placed", "bindings: {kafka: {topic: other}}, messages: {Placed")),
  }).toEqual({ key: ["broken", "unaffected"], "no key": ["at risk", "unaffected"], "content type": ["broken", "unaffected"], topic: ["broken", "broken"] });
});
