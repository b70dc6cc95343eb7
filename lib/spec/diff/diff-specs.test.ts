import { expect, it } from "vitest";
import { readText } from "../parse-text.fixture.ts";
import { diffSpecs } from "./diff-specs.ts";

const head = (version = "3.1.0") => `openapi: ${version}\ninfo: {title: T, version: "1"}\n`;
const order = "type: object, required: [id], properties: {id: {type: string}, note: {type: [string, 'null'], maxLength: 10}, state: {enum: [open, paid]}}";
const api = (schema: string, { version = "3.1.0", use = "both" } = {}) => `${head(version)}paths:
  /orders/{id}:
    post:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      ${use === "response" ? "" : `requestBody: {required: true, content: {application/json: {schema: ${schema}}}}`}
      responses: {"200": {description: OK${use === "request" ? "" : `, content: {application/json: {schema: ${schema}}}`}}}
`;

async function diff(base: string, revision: string, asOf = "2026-01-01") {
  return diffSpecs(await readText(base), await readText(revision), { asOf });
}
const lines = ({ changes }: Awaited<ReturnType<typeof diff>>) => changes.map(({ level, rule, fields }) => `${level} ${rule}${fields[0] === undefined ? "" : ` ${fields[0]}`}`);

it("finds nothing between a document and itself, reordered, spelled for another version, or with its schemas behind references", async () => {
  const same = [
    [api(`{${order}}`), api(`{${order}}`)],
    [api(`{${order}}`), api("{properties: {state: {enum: [paid, open]}, note: {maxLength: 10, type: ['null', string]}, id: {type: string}}, required: [id], type: object}")],
    [api("{type: object, properties: {note: {type: string, nullable: true}, n: {type: integer, minimum: 1, exclusiveMinimum: true}}}", { version: "3.0.3" }), api("{type: object, properties: {note: {type: [string, 'null']}, n: {type: integer, exclusiveMinimum: 1}}}")],
    [api(`{${order}}`), `${api("{$ref: '#/components/schemas/Order'}")}components: {schemas: {Order: {${order}}}}\n`],
    [api(`{${order}}`), api("{allOf: [{type: object, required: [id]}, {properties: {id: {type: string}}}, {properties: {note: {anyOf: [{type: 'null'}, {type: string, maxLength: 10}]}, state: {oneOf: [{const: open}, {const: paid}]}}}]}")],
  ];
  for (const [base, revision] of same) {
    expect(lines(await diff(base ?? "", revision ?? ""))).toEqual([]);
    expect(lines(await diff(revision ?? "", base ?? ""))).toEqual([]);
  }
});

it("ends with schemas that contain themselves, and says what differs in them once", async () => {
  const tree = (type: string) => `${api("{$ref: '#/components/schemas/Node'}", { use: "response" })}components: {schemas: {Node: {type: object, properties: {value: {type: ${type}}, children: {type: array, items: {$ref: '#/components/schemas/Node'}}}}}}\n`;
  expect(lines(await diff(tree("string"), tree("string")))).toEqual([]);
  expect(lines(await diff(tree("string"), tree("integer")))).toEqual(["breaking response-type-widened response.value"]);
});

it("turns its judgement round between what is accepted and what is emitted, and between a pair and its reverse", async () => {
  const [narrow, wide] = ["{type: object, properties: {n: {type: string, maxLength: 5}}, required: [n]}", "{type: object, properties: {n: {type: [string, 'null'], maxLength: 9}}}"];
  const verdicts = async (base: string, revision: string) => [(await diff(api(base, { use: "request" }), api(revision, { use: "request" }))).verdict, (await diff(api(base, { use: "response" }), api(revision, { use: "response" }))).verdict];
  expect(await verdicts(wide, narrow)).toEqual(["breaking", "compatible"]);
  expect(await verdicts(narrow, wide)).toEqual(["compatible", "breaking"]);
});

it("keeps to its policies where the field disagrees", async () => {
  const object = (members: string) => `{type: object, ${members}}`;
  const pairs = {
    "required property with a default": ["request", object("properties: {a: {}}"), object("properties: {a: {}, b: {default: 1}}, required: [b]")],
    "optional property of a request removed": ["request", object("properties: {a: {}, b: {}}"), object("properties: {a: {}}")],
    "value added to what is emitted": ["response", "{enum: [a]}", "{enum: [a, b]}"],
    "value added to what is accepted": ["request", "{enum: [a]}", "{enum: [a, b]}"],
    "alternatives in another order": ["request", "{oneOf: [{type: object, required: [a]}, {type: object, required: [b]}]}", "{oneOf: [{type: object, required: [b]}, {type: object, required: [a]}]}"],
    "alternative removed": ["request", "{oneOf: [{type: object, required: [a]}, {type: object, required: [b]}]}", "{oneOf: [{type: object, required: [a]}]}"],
    "property that becomes read-only": ["request", object("properties: {a: {type: string}}"), object("properties: {a: {type: string, readOnly: true}}")],
  };
  const verdicts = await Promise.all(Object.entries(pairs).map(async ([name, [use = "", base = "", revision = ""]]) => `${name}: ${(await diff(api(base, { use }), api(revision, { use }))).verdict}`));
  expect(verdicts).toMatchInlineSnapshot(`
    [
      "required property with a default: breaking",
      "optional property of a request removed: risky",
      "value added to what is emitted: risky",
      "value added to what is accepted: compatible",
      "alternatives in another order: compatible",
      "alternative removed: breaking",
      "property that becomes read-only: breaking",
    ]
  `);
});

it("matches operations whatever their path parameters are called, and lets go what is past its sunset", async () => {
  const at = (path: string) => `${head()}paths: {'${path}': {get: {x-sunset: 2026-06-30, parameters: [{name: ${/\{(\w+)/.exec(path)?.[1] ?? ""}, in: path, required: true, schema: {type: string}}], responses: {"200": {description: OK}}}}}\n`;
  expect(lines(await diff(at("/a/{x}"), at("/a/{y}")))).toEqual([]);
  expect(lines(await diff(at("/a/{x}"), `${head()}paths: {}\n`, "2026-06-29"))).toEqual(["breaking operation-removed"]);
  expect(lines(await diff(at("/a/{x}"), `${head()}paths: {}\n`, "2026-06-30"))).toEqual(["info operation-removed-after-sunset"]);
});

it("asks of security whether whoever is let in today is let in tomorrow", async () => {
  const secured = (security: string) => `${head()}paths: {/a: {get: {security: ${security}, responses: {"200": {description: OK}}}}}\ncomponents: {securitySchemes: {key: {type: apiKey, in: header, name: X}, oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: "https://login.shop.io", scopes: {r: r, w: w}}}}}}\n`;
  const cases = [["[{key: []}]", "[{key: []}, {oauth: [r]}]"], ["[{key: []}, {oauth: [r]}]", "[{key: []}]"], ["[{oauth: [r]}]", "[{oauth: [r, w]}]"], ["[]", "[{key: []}]"], ["[{key: [], oauth: [r]}]", "[{key: []}]"]];
  expect((await Promise.all(cases.map(async ([base = "", revision = ""]) => lines(await diff(secured(base), secured(revision)))))).flat()).toMatchInlineSnapshot(`
    [
      "info security-relaxed",
      "breaking security-alternative-removed",
      "breaking security-scope-added",
      "breaking security-stricter",
      "info security-relaxed",
    ]
  `);
});

it("takes events of one address for the same whatever their channels and messages are called, over versions of AsyncAPI", async () => {
  const two = "asyncapi: 2.6.0\ninfo: {title: T, version: '1'}\nchannels: {orders.placed: {subscribe: {message: {name: Placed, payload: {type: object, required: [id], properties: {id: {type: string}}}}}}}\n";
  const three = (action: string, payload: string) => `asyncapi: 3.0.0\ninfo: {title: T, version: '1'}\nchannels: {c: {address: orders.placed, messages: {m: {name: Placed, payload: ${payload}}}}}\noperations: {o: {action: ${action}, channel: {$ref: '#/channels/c'}}}\n`;
  const payload = "{type: object, required: [id], properties: {id: {type: string}}}";
  const more = "{type: object, required: [id, at], properties: {id: {type: string}, at: {type: string}}}";
  expect(lines(await diff(two, three("send", payload)))).toEqual([]);
  expect((await diff(two, three("send", more))).verdict).toBe("compatible");
  expect((await diff(three("receive", payload), three("receive", more))).verdict).toBe("breaking");
});

it("says of a discriminator which value became which", async () => {
  const pets = (value: string) => `${head()}paths: {/a: {get: {responses: {"200": {description: OK, content: {application/json: {schema: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: {${value}: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}}}}}}}}}}\ncomponents: {schemas: {Cat: {type: object, properties: {kind: {type: string}, c: {}}}, Dog: {type: object, properties: {kind: {type: string}, d: {}}}}}\n`;
  expect((await diff(pets("cat"), pets("kitty"))).changes.map(({ message }) => message)).toEqual(["The discriminator of `response` has another mapping: cat → Cat became kitty → Cat."]);
});
