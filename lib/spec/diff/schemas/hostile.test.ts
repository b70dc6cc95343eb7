import { expect, it } from "vitest";
import { ruling } from "../testing/verdicts-of.ts";

const api = (schemas: string[]) => `openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths: {/a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}}, responses: {"200": {description: OK}}}}}\ncomponents: {schemas: {${schemas.map((schema, index) => `S${index}: ${schema}`).join(", ")}}}\n`;
const ref = (index: number) => `{$ref: '#/components/schemas/S${index}'}`;
const many = (count: number, schema: (index: number) => string, last: string) => api(Array.from({ length: count }, (_, index) => (index === count - 1 ? last : schema(index))));

it("ends with schemas whose paths multiply, and finds what differs at their end", async () => {
  const chain = (last: string) => many(60, (index) => `{anyOf: [{type: array, items: ${ref(index + 1)}}, {type: object, properties: {n: ${ref(index + 1)}, m: ${ref(index + 1)}}}]}`, last);
  expect(await ruling(chain("{type: string}"), chain("{type: integer}"))).toMatch(/^breaking/);
  const doubled = (last: string) => many(40, (index) => `{allOf: [${ref(index + 1)}, ${ref(index + 1)}]}`, last);
  expect(await ruling(doubled("{type: string}"), doubled("{type: integer}"))).toBe("breaking: request-type-narrowed");
});

it("says so where alternatives multiply beyond what can be compared", async () => {
  const two = (last: string) => many(14, (index) => `{oneOf: [{allOf: [${ref(index + 1)}, {maxLength: ${index + 20}}]}, {allOf: [${ref(index + 1)}, {minLength: ${index}}]}]}`, last);
  expect(await ruling(two("{type: string}"), two("{type: integer}"))).toMatch(/^(breaking|risky: request-schema-too-complex)/);
}, 60_000);

it("ends with schemas that lead back to themselves without going deeper", async () => {
  const endless = (type: string) => many(12, (index) => `{oneOf: [{allOf: [${ref((index + 1) % 12)}, {properties: {x: {type: ${type}}}}]}, ${ref((index + 3) % 12)}]}`, ref(0));
  expect(await ruling(endless("string"), endless("string"))).toBe("compatible");
  expect(await ruling(endless("string"), endless("integer"))).toMatch(/compatible|risky|breaking/);
}, 60_000);
