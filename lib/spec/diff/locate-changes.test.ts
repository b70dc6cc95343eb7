import { expect, it } from "vitest";
import { openSpec } from "../parse-spec.ts";
import { diffSpecs } from "./diff-specs.ts";
import { locateChanges } from "./locate-changes.ts";

const open = async (text: string) => {
  const { spec, locate } = await openSpec([{ path: "a.yaml", bytes: new TextEncoder().encode(text) }]);
  if (!spec) throw new Error("not read");
  return { spec, locate };
};

const api = (order: string[]) => [
  "openapi: 3.1.0", "info: {title: T, version: '1'}", "paths:", "  /a:", "    post:", "      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}",
  "      responses: {'200': {description: OK}}", "components:", "  schemas:", "    Base:", "      type: object", "      properties:", "        kept:", "          type: string", "    Order:", ...order.map((line) => `      ${line}`), "",
].join("\n");

it("leads to the line of the member that changed, in whatever part of the schema it is spelled out", async () => {
  const base = await open(api(["allOf:", "  - $ref: '#/components/schemas/Base'", "  - type: object", "    required: [sum]", "    properties:", "      sum:", "        type: number", "        maximum: 9", "      state:", "        enum: [a, b]", "      gone: {type: string}"]));
  const revision = await open(api(["allOf:", "  - $ref: '#/components/schemas/Base'", "  - type: object", "    required:", "      - sum", "      - state", "    properties:", "      sum:", "        type: number", "        maximum: 8", "      state:", "        enum: [a]"]).replace("          type: string", "          type: integer"));
  const { changes } = locateChanges(diffSpecs(base.spec, revision.spec), { base, revision });
  expect(changes.map(({ rule, base: before, revision: after }) => [rule, before?.line, after?.line]).sort()).toEqual([
    ["request-enum-narrowed", 25, 27],
    ["request-maximum-narrowed", 23, 25],
    ["request-property-became-required", 24, 21],
    // What is gone has no line of its own any more: what held it.
    ["request-property-removed", 26, 22],
    ["request-type-narrowed", 14, 14],
  ]);
});

it("leads to the document's own security where an operation takes that, and to the operation's where it has one", async () => {
  const secured = (root: string, own: string) => ["openapi: 3.1.0", "info: {title: T, version: '1'}", root, "paths:", "  /a:", "    get:", "      responses: {'200': {description: OK}}", "  /b:", "    get:", "      responses: {'200': {description: OK}}", `      ${own}`, "components: {securitySchemes: {key: {type: apiKey, in: header, name: X}, more: {type: apiKey, in: header, name: Y}}}", ""].join("\n");
  const [base, revision] = [await open(secured("security: [{key: []}]", "security: [{key: []}]")), await open(secured("security: [{more: []}]", "security: [{more: []}]"))];
  const { changes } = locateChanges(diffSpecs(base.spec, revision.spec), { base, revision });
  expect(changes.map(({ operation, base: before, revision: after }) => [operation, before?.line, after?.line])).toEqual([["GET /a", 3, 3], ["GET /b", 11, 11]]);
});
