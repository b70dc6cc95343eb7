import { describe, expect, it } from "vitest";
import { ruling } from "../testing/verdicts-of.ts";

const head = (version: string) => `openapi: ${version}\ninfo: {title: T, version: "1"}\n`;
const ok = 'responses: {"200": {description: OK}}';
/** One operation `GET /a/{id}` with these members. */
const get = (members: string, { version = "3.1.0", path = "/a/{id}", item = "" } = {}) => `${head(version)}paths: {'${path}': {${item}get: {${members}}}}\ncomponents: {securitySchemes: {key: {type: apiKey, in: header, name: X}, other: {type: apiKey, in: header, name: Y}, oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://login.shop.io', scopes: {r: r, w: w}}}}}}\n`;
const withParameter = (parameter: string) => get(`parameters: [${parameter}], ${ok}`);
const responding = (responses: string) => get(`responses: {${responses}}`);
const accepting = (content: string) => get(`requestBody: {content: {${content}}}, ${ok}`);

type Row = [name: string, base: string, revision: string, ruling: string];

function check(rows: Row[], asOf?: string): void {
  it.each(rows)("%s", async (_name, base, revision, expected) => {
    expect(await ruling(base, revision, asOf)).toBe(expected);
  });
}

describe("parameters", () => check([
  ["optional one added", withParameter(""), withParameter("{name: q, in: query, schema: {type: string}}"), "compatible: parameter-added"],
  ["required one added", withParameter(""), withParameter("{name: q, in: query, required: true, schema: {type: string}}"), "breaking: parameter-added-required"],
  ["removed", withParameter("{name: q, in: query, schema: {type: string}}"), withParameter(""), "breaking: parameter-removed"],
  ["moved from the query to a header", withParameter("{name: q, in: query, schema: {type: string}}"), withParameter("{name: q, in: header, schema: {type: string}}"), "breaking: parameter-removed"],
  ["moved to the path item", withParameter("{name: q, in: query, schema: {type: string}}"), get(ok, { item: "parameters: [{name: q, in: query, schema: {type: string}}], " }), "compatible"],
  ["header in other letters", withParameter("{name: X-Trace, in: header, schema: {type: string}}"), withParameter("{name: x-trace, in: header, schema: {type: string}}"), "compatible"],
  ["became required", withParameter("{name: q, in: query, schema: {type: string}}"), withParameter("{name: q, in: query, required: true, schema: {type: string}}"), "breaking: parameter-became-required"],
  ["style of a list", withParameter("{name: q, in: query, schema: {type: array, items: {type: string}}}"), withParameter("{name: q, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}"), "breaking: parameter-style-changed"],
  ["explode of a list", withParameter("{name: q, in: query, schema: {type: array, items: {type: string}}}"), withParameter("{name: q, in: query, explode: false, schema: {type: array, items: {type: string}}}"), "breaking: parameter-explode-changed"],
  ["the default style written out", withParameter("{name: q, in: query, schema: {type: array, items: {type: string}}}"), withParameter("{name: q, in: query, style: form, explode: true, schema: {type: array, items: {type: string}}}"), "compatible"],
  ["reserved characters refused", withParameter("{name: q, in: query, allowReserved: true, schema: {type: string}}"), withParameter("{name: q, in: query, schema: {type: string}}"), "breaking: parameter-reserved-characters-refused"],
  ["another default", withParameter("{name: q, in: query, schema: {type: string, default: a}}"), withParameter("{name: q, in: query, schema: {type: string, default: b}}"), "risky: request-default-narrowed"],
  ["another default of what is always sent", withParameter("{name: q, in: query, required: true, schema: {type: string, default: a}}"), withParameter("{name: q, in: query, required: true, schema: {type: string, default: b}}"), "compatible"],
  ["a number that becomes any text", withParameter("{name: q, in: query, schema: {type: integer}}"), withParameter("{name: q, in: query, schema: {type: string}}"), "compatible: request-type-widened"],
  ["any text that becomes a number", withParameter("{name: q, in: query, schema: {type: string}}"), withParameter("{name: q, in: query, schema: {type: integer}}"), "breaking: request-type-narrowed"],
  ["of a path, any text that becomes a number", withParameter("{name: id, in: path, required: true, schema: {type: string}}"), withParameter("{name: id, in: path, required: true, schema: {type: integer}}"), "breaking: request-type-narrowed"],
  ["of a path, in another style", withParameter("{name: id, in: path, required: true, schema: {type: string}}"), withParameter("{name: id, in: path, required: true, style: label, schema: {type: string}}"), "breaking: parameter-style-changed"],
  ["deepObject has one way of writing", withParameter("{name: q, in: query, style: deepObject, explode: true, schema: {type: object}}"), withParameter("{name: q, in: query, style: deepObject, schema: {type: object}}"), "risky: explode-changed-on-scalar"],
  ["deepObject that becomes a form", withParameter("{name: q, in: query, style: deepObject, schema: {type: object}}"), withParameter("{name: q, in: query, schema: {type: object}}"), "breaking: parameter-style-changed"],
  ["JSON in a parameter has types, other than its text", withParameter("{name: q, in: query, content: {application/json: {schema: {type: object, properties: {n: {type: integer}}}}}}"), withParameter("{name: q, in: query, content: {application/json: {schema: {type: object, properties: {n: {type: string}}}}}}"), "breaking: request-type-narrowed"],
  ["JSON that becomes a schema", withParameter("{name: q, in: query, content: {application/json: {schema: {type: object}}}}"), withParameter("{name: q, in: query, schema: {type: object}}"), "breaking: parameter-format-changed"],
  ["listed numbers that become the same texts", withParameter("{name: q, in: query, schema: {type: integer, enum: [1, 2]}}"), withParameter("{name: q, in: query, schema: {type: string, enum: ['1', '2', '3']}}"), "compatible: request-type-widened"],
  ["reserved characters accepted", withParameter("{name: q, in: query, schema: {type: string}}"), withParameter("{name: q, in: query, allowReserved: true, schema: {type: string}}"), "compatible"],
  ["an authorization header, which is said elsewhere", withParameter(""), withParameter("{name: Authorization, in: header, required: true, schema: {type: string}}"), "compatible"],
  ["of the operation, in place of that of its path", withParameter("{name: q, in: query, schema: {type: string}}"), get(`parameters: [{name: q, in: query, schema: {type: string}}], ${ok}`, { item: "parameters: [{name: q, in: query, required: true, schema: {type: integer}}], " }), "compatible"],
  ["deprecated", withParameter("{name: q, in: query, schema: {type: string}}"), withParameter("{name: q, in: query, deprecated: true, schema: {type: string}}"), "compatible: parameter-deprecated"],
]));

describe("dates", () => check([
  ["a parameter after its sunset", withParameter("{name: q, in: query, deprecated: true, x-sunset: 2026-01-01, schema: {type: string}}"), withParameter(""), "compatible: parameter-removed-after-sunset"],
  ["a parameter before its sunset", withParameter("{name: q, in: query, deprecated: true, x-sunset: 2027-01-01, schema: {type: string}}"), withParameter(""), "breaking: parameter-removed"],
  ["a property after its sunset", accepting("application/json: {schema: {type: object, properties: {a: {}, b: {x-sunset: 2026-01-01}}}}"), accepting("application/json: {schema: {type: object, properties: {a: {}}}}"), "compatible: request-property-removed-after-sunset"],
  ["an operation before its sunset", get(`x-sunset: 2027-01-01, ${ok}`), `${head("3.1.0")}paths: {}\n`, "breaking: operation-removed"],
  ["a sunset that was announced", get(ok), get(`deprecated: true, x-sunset: 2027-01-01, ${ok}`), "compatible: operation-deprecated, sunset-changed"],
  ["a sunset that came nearer", get(`x-sunset: 2027-01-01, ${ok}`), get(`x-sunset: 2026-08-01, ${ok}`), "risky: sunset-moved-earlier"],
], "2026-06-30"));

describe("responses", () => check([
  ["a success removed", responding('"200": {description: OK}, "202": {description: Later}'), responding('"200": {description: OK}'), "breaking: success-response-removed"],
  ["a failure removed", responding('"200": {description: OK}, "404": {description: No}'), responding('"200": {description: OK}'), "compatible: response-removed"],
  ["a status that its range stands in for", responding('"201": {description: OK}'), responding('"2XX": {description: OK}'), "compatible"],
  ["a range of which one status is left", responding('"2XX": {description: OK}'), responding('"200": {description: OK}'), "compatible: response-removed"],
  ["a range of which one status is left, with another body", responding('"2XX": {description: OK, content: {application/json: {schema: {type: string}}}}'), responding('"200": {description: OK, content: {application/json: {schema: {type: integer}}}}'), "breaking: response-type-widened"],
  ["a status named beside the default with another body", responding('"200": {description: OK}, default: {description: No, content: {application/json: {schema: {type: string}}}}'), responding('"200": {description: OK}, "404": {description: No, content: {application/json: {schema: {type: integer}}}}, default: {description: No, content: {application/json: {schema: {type: string}}}}'), "breaking: response-type-widened"],
  ["a status named beside the default with the same body", responding('"200": {description: OK}, default: {description: No, content: {application/json: {schema: {type: string}}}}'), responding('"200": {description: OK}, "404": {description: No, content: {application/json: {schema: {type: string}}}}, default: {description: No, content: {application/json: {schema: {type: string}}}}'), "compatible"],
  ["a failure that the default stands in for with another body", responding('"200": {description: OK}, "404": {description: No, content: {application/json: {schema: {type: string}}}}'), responding('"200": {description: OK}, default: {description: No, content: {application/json: {schema: {type: integer}}}}'), "breaking: response-type-widened"],
  ["a link fewer", responding('"200": {description: OK, links: {next: {operationId: x}}}'), responding('"200": {description: OK}'), "compatible"],
  ["a number in a header that becomes any text", responding('"200": {description: OK, headers: {X-A: {schema: {type: integer}}}}'), responding('"200": {description: OK, headers: {X-A: {schema: {type: string}}}}'), "breaking: response-type-widened"],
  ["JSON in a header has types", responding('"200": {description: OK, headers: {X-A: {content: {application/json: {schema: {type: object, properties: {n: {type: string}}}}}}}}'), responding('"200": {description: OK, headers: {X-A: {content: {application/json: {schema: {type: object, properties: {n: {type: integer}}}}}}}}'), "breaking: response-type-widened"],
  ["a sequence described by its items", responding('"200": {description: OK, content: {application/jsonl: {schema: {type: array, items: {type: string}}}}}').replace("3.1.0", "3.2.0"), responding('"200": {description: OK, content: {application/jsonl: {itemSchema: {type: string}}}}').replace("3.1.0", "3.2.0"), "compatible"],
  ["items of a sequence of another type", responding('"200": {description: OK, content: {application/jsonl: {itemSchema: {type: string}}}}').replace("3.1.0", "3.2.0"), responding('"200": {description: OK, content: {application/jsonl: {itemSchema: {type: integer}}}}').replace("3.1.0", "3.2.0"), "breaking: response-type-widened"],
  ["a status that only the default stands in for", responding('"200": {description: OK}'), responding("default: {description: OK}"), "compatible"],
  ["the default named as a success", responding("default: {description: OK}"), responding('"200": {description: OK}'), "compatible"],
  ["the body removed", responding('"200": {description: OK, content: {application/json: {schema: {type: string}}}}'), responding('"200": {description: OK}'), "breaking: response-body-removed"],
  ["a media type removed", responding('"200": {description: OK, content: {application/json: {}, application/xml: {}}}'), responding('"200": {description: OK, content: {application/json: {}}}'), "breaking: response-media-type-removed"],
  ["a media type that became a range", responding('"200": {description: OK, content: {application/json: {}}}'), responding('"200": {description: OK, content: {"application/*": {}}}'), "risky: response-media-type-generalized"],
  ["a range that became one media type", responding('"200": {description: OK, content: {"application/*": {}}}'), responding('"200": {description: OK, content: {application/json: {}}}'), "compatible"],
  ["a media type's charset", responding('"200": {description: OK, content: {application/json: {}}}'), responding('"200": {description: OK, content: {"application/json; charset=utf-8": {}}}'), "compatible"],
  ["a header removed", responding('"200": {description: OK, headers: {X-A: {schema: {type: string}}}}'), responding('"200": {description: OK}'), "breaking: response-header-removed"],
  ["a header no longer certain", responding('"200": {description: OK, headers: {X-A: {required: true, schema: {type: string}}}}'), responding('"200": {description: OK, headers: {X-A: {schema: {type: string}}}}'), "breaking: response-header-became-optional"],
  ["an enum of a failure", responding('"200": {description: OK}, "400": {description: No, content: {application/json: {schema: {enum: [a]}}}}'), responding('"200": {description: OK}, "400": {description: No, content: {application/json: {schema: {enum: [a, b]}}}}'), "risky: response-enum-widened"],
]));

describe("bodies", () => check([
  ["a range that became one media type", accepting('"application/*": {}'), accepting("application/json: {}"), "breaking: request-media-type-removed"],
  ["one media type named beside its range with another schema", accepting('"application/*": {schema: {type: string}}'), accepting('"application/*": {schema: {type: string}}, application/json: {schema: {type: integer}}'), "breaking: request-type-narrowed"],
  ["one media type fewer beside the range that holds it", accepting('application/json: {schema: {type: string}}, "application/*": {schema: {type: string}}'), accepting('"application/*": {schema: {type: string}}'), "compatible"],
  ["another version of a media type", accepting('"application/json; version=1": {}'), accepting('"application/json; version=2": {}'), "breaking: request-media-type-removed"],
  ["a media type that became a range", accepting("application/json: {}"), accepting('"application/*": {}'), "compatible"],
  ["removed", accepting("application/json: {}"), get(ok), "breaking: request-body-removed"],
  ["added, and needed", get(ok), get(`requestBody: {required: true, content: {application/json: {}}}, ${ok}`), "breaking: request-body-added-required"],
  ["added, and not needed", get(ok), accepting("application/json: {}"), "compatible: request-body-added"],
  ["a number in a form that becomes text", accepting("application/x-www-form-urlencoded: {schema: {type: object, properties: {n: {type: integer}}}}"), accepting("application/x-www-form-urlencoded: {schema: {type: object, properties: {n: {type: string}}}}"), "compatible: request-type-widened"],
  ["a part of allOf removed", accepting("application/json: {schema: {allOf: [{type: object, properties: {a: {}}}, {type: object, properties: {b: {}}}]}}"), accepting("application/json: {schema: {allOf: [{type: object, properties: {a: {}}}]}}"), "breaking: request-all-of-part-removed"],
]));

describe("security", () => check([
  ["required now", get(ok), get(`security: [{key: []}], ${ok}`), "breaking: security-stricter"],
  ["an alternative added", get(`security: [{key: []}], ${ok}`), get(`security: [{key: []}, {other: []}], ${ok}`), "compatible: security-relaxed"],
  ["an alternative removed", get(`security: [{key: []}, {other: []}], ${ok}`), get(`security: [{key: []}], ${ok}`), "breaking: security-alternative-removed"],
  ["optional to required", get(`security: [{}, {key: []}], ${ok}`), get(`security: [{key: []}], ${ok}`), "breaking: security-stricter"],
  ["one more scheme needed", get(`security: [{key: []}], ${ok}`), get(`security: [{key: [], other: []}], ${ok}`), "breaking: security-stricter"],
  ["one scheme fewer needed", get(`security: [{key: [], other: []}], ${ok}`), get(`security: [{key: []}], ${ok}`), "compatible: security-relaxed"],
  ["a scope added", get(`security: [{oauth: [r]}], ${ok}`), get(`security: [{oauth: [r, w]}], ${ok}`), "breaking: security-scope-added"],
  ["a scope removed", get(`security: [{oauth: [r, w]}], ${ok}`), get(`security: [{oauth: [r]}], ${ok}`), "compatible: security-relaxed"],
  ["in another order", get(`security: [{key: []}, {other: []}], ${ok}`), get(`security: [{other: []}, {key: []}], ${ok}`), "compatible"],
  ["a key in another place", get(`security: [{key: []}], ${ok}`), get(`security: [{key: []}], ${ok}`).replace("in: header, name: X", "in: query, name: X"), "breaking: security-scheme-changed"],
  ["a way more to get a token", get(`security: [{oauth: [r]}], ${ok}`), get(`security: [{oauth: [r]}], ${ok}`).replace("flows: {", "flows: {password: {tokenUrl: 'https://login.shop.io', scopes: {r: r}}, "), "compatible"],
  ["an address to renew tokens", get(`security: [{oauth: [r]}], ${ok}`), get(`security: [{oauth: [r]}], ${ok}`).replace("scopes: {r: r,", "refreshUrl: 'https://login.shop.io/r', scopes: {r: r,"), "compatible"],
  ["another address to get tokens", get(`security: [{oauth: [r]}], ${ok}`), get(`security: [{oauth: [r]}], ${ok}`).replace("login.shop.io", "auth.shop.io"), "breaking: security-scheme-changed"],
  ["both schemes needed become either", get(`security: [{key: [], other: []}], ${ok}`), get(`security: [{key: []}, {other: []}], ${ok}`), "compatible: security-relaxed"],
  ["either scheme becomes both", get(`security: [{key: []}, {other: []}], ${ok}`), get(`security: [{key: [], other: []}], ${ok}`), "breaking: security-stricter"],
  ["the scheme called otherwise", get(`security: [{key: []}], ${ok}`), get(`security: [{apiKey: []}], ${ok}`).replace("{key: {type", "{apiKey: {type"), "compatible"],
]));

describe("webhooks and callbacks, which the owner sends", () => {
  const webhook = (schema: string) => `${head("3.1.0")}webhooks: {paid: {post: {requestBody: {content: {application/json: {schema: ${schema}}}}, responses: {"200": {description: OK}}}}}\n`;
  const answered = (responses: string) => webhook("{}").replace('responses: {"200": {description: OK}}', `responses: {${responses}}`);
  const callback = (schema: string, at = "url") => get(`callbacks: {done: {'{$request.query.${at}}': {post: {requestBody: {content: {application/json: {schema: ${schema}}}}, ${ok}}}}}, ${ok}`);
  check([
    ["a required property added to a webhook", webhook("{type: object, properties: {}}"), webhook("{type: object, required: [a], properties: {a: {type: string}}}"), "compatible: response-property-added"],
    ["a property of a webhook no longer certain", webhook("{type: object, required: [a], properties: {a: {type: string}}}"), webhook("{type: object, properties: {a: {type: string}}}"), "breaking: response-property-became-optional"],
    ["a callback to another address", callback("{type: string}"), callback("{type: string}", "other"), "breaking: callback-address-changed"],
    ["an answer to a webhook that is understood no more", answered('"200": {description: OK}, "202": {description: Later}'), answered('"200": {description: OK}'), "breaking: success-response-removed"],
    ["any answer of success to a webhook understood", answered('"200": {description: OK}'), answered('"2XX": {description: OK}'), "compatible"],
    ["only one answer to a webhook understood of its range", answered('"2XX": {description: OK}'), answered('"200": {description: OK}'), "breaking: success-response-removed"],
    ["an answer to a webhook that needs a header", answered('"200": {description: OK}'), answered('"200": {description: OK, headers: {X-Ack: {required: true, schema: {type: string}}}}'), "breaking: parameter-added-required"],
    ["a webhook removed", webhook("{}"), `${head("3.1.0")}paths: {}\n`, "breaking: event-no-longer-sent"],
    ["a type of a callback", callback("{type: string}"), callback("{type: integer}"), "breaking: response-type-widened"],
  ]);
});
