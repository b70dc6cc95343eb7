import { expect, it } from "vitest";
import { parseText } from "./parse-text.fixture.ts";
import type { Json } from "./values.ts";

const openapi3 = {
  openapi: "3.1.0", info: { title: "T", version: "1", contact: { email: "a@shop.io" }, license: { name: "MIT" } }, servers: [{ url: "https://{r}.shop.io", variables: { r: { default: "eu", enum: ["eu"] } } }],
  tags: [{ name: "a", externalDocs: { url: "docs" } }], security: [{ key: [] }],
  paths: {
    "/a/{id}": {
      parameters: [{ $ref: "#/components/parameters/Id" }],
      post: {
        operationId: "a", tags: ["a"], parameters: [{ name: "q", in: "query", content: { "application/json": { schema: { type: "object" } } } }],
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/A" }, examples: { e: { value: 1 } }, encoding: { x: { headers: {} } } } } },
        responses: { "200": { description: "OK", headers: { X: { schema: { type: "string" } } }, links: { l: { operationId: "a" } }, content: { "text/plain": { itemSchema: {} } } }, default: { $ref: "#/components/responses/R" } },
        callbacks: { c: { "{$url}": { post: { responses: { "200": { description: "OK" } } } } } },
      },
    },
  },
  webhooks: { w: { get: { responses: { "200": { description: "OK" } } } } },
  components: {
    parameters: { Id: { name: "id", in: "path", required: true, schema: { type: "string" } } }, responses: { R: { description: "no" } }, securitySchemes: { key: { type: "oauth2", flows: { implicit: { authorizationUrl: "a", scopes: {} } } } },
    schemas: { A: { allOf: [{ $ref: "#/components/schemas/B" }], properties: { x: { oneOf: [{ type: "string" }, true], discriminator: { propertyName: "k", mapping: { a: "#/components/schemas/B" } } }, l: { items: { prefixItems: [{}] } } }, patternProperties: { "^x": {} }, required: ["x"], if: {}, then: {}, enum: [1] }, B: { additionalProperties: { $ref: "#/components/schemas/A" } } },
  },
};
const swagger2 = {
  swagger: "2.0", info: { title: "T", version: "1" }, host: "shop.io", basePath: "/v1", schemes: ["https"], consumes: ["application/json"], produces: ["application/json"], securityDefinitions: { k: { type: "oauth2", flow: "implicit", scopes: {}, authorizationUrl: "https://a.io" } },
  paths: { "/a": { get: { parameters: [{ name: "f", in: "formData", type: "file" }, { name: "q", in: "query", type: "array", items: { type: "string" }, collectionFormat: "csv" }, { name: "b", in: "body", schema: { $ref: "#/definitions/A" } }], responses: { "200": { description: "OK", schema: { type: "file" }, headers: { X: { type: "integer" } }, examples: { a: 1 } } } } } },
  definitions: { A: { type: "object", properties: { x: { type: "array", items: {} } } } },
};

const junk: unknown[] = [null, [], {}, "", "x", 5, true, [null], [[]], { $ref: "#" }, { $ref: "#/paths" }, { $ref: 5 }, { $ref: "nowhere.yaml" }, { constructor: 1, toString: 2, valueOf: 3 }, "constructor", { "": { "": null } }];

/** Every document that comes from `tree` by putting `value` in one place. */
function* replaced(tree: unknown, value: unknown): Generator<unknown> {
  yield value;
  if (typeof tree !== "object" || tree === null) return;
  for (const key of Object.keys(tree)) {
    for (const inner of replaced((tree as Json)[key], value)) yield Array.isArray(tree) ? Object.assign([...(tree as unknown[])], { [key]: inner }) : { ...tree, [key]: inner };
  }
}

it("answers every document with a member of the wrong kind, wherever it is, and none with a mistake of ours", async () => {
  let documents = 0;
  for (const tree of [openapi3, swagger2]) {
    for (const value of junk) {
      for (const broken of replaced(tree, value)) {
        documents++;
        const text = JSON.stringify(broken);
        const { spec, diagnostics } = await parseText(text);
        const odd = diagnostics.filter(({ code, message, help, line, column }) => code === "internal-error" || line < 1 || column < 1 || /undefined|\[object|NaN/.test(`${message}${help ?? ""}`));
        if (odd.length > 0) expect(odd, text).toEqual([]);
        // What is read can be stored and sent: plain JSON without functions or cycles.
        expect(() => structuredClone(spec)).not.toThrow();
      }
    }
  }
  expect(documents).toBeGreaterThan(2_500);
}, 60_000);

it("answers text cut off anywhere", async () => {
  for (const text of [JSON.stringify(openapi3, null, 1), "openapi: 3.0.0\ninfo: {title: 'T', version: \"1\"}\npaths:\n  /a: &x\n    get: {<<: *x, responses: {200: {description: >\n  folded\n  }}}\n"]) {
    for (let end = 0; end < text.length; end += 7) {
      const { diagnostics } = await parseText(text.slice(0, end));
      expect(diagnostics.filter(({ code }) => code === "internal-error")).toEqual([]);
    }
  }
}, 60_000);

it("refuses what goes beyond a limit, naming it", async () => {
  const codes = async (text: string, limits = {}, others = {}) => {
    const { spec, diagnostics } = await parseText(text, others, limits);
    return `${spec === null} ${diagnostics.map(({ code }) => code).join()}`;
  };
  const paths = `openapi: 3.0.0\ninfo: {title: T, version: "1"}\npaths: {/a: {get: {responses: {200: {description: OK}}}}, /b: {get: {responses: {200: {description: OK}}}}}\n`;
  const schemas = `openapi: 3.1.0\ninfo: {title: T, version: "1"}\ncomponents: {schemas: {A: {properties: {a: {}, b: {}}}, B: {}}}\n`;
  expect(await codes(paths, { bytesMax: 20 })).toBe("true limit-bytes");
  expect(await codes(paths, { filesMax: 1 }, { "b.yaml": "" })).toBe("true limit-files");
  expect(await codes(paths, { depthMax: 3 })).toBe("true limit-depth");
  expect(await codes(paths, { entitiesMax: 1 })).toBe("true limit-entities");
  expect(await codes(schemas, { entitiesMax: 1 })).toBe("true limit-entities");
  expect(await codes(schemas, { propertiesMax: 1 })).toBe("true limit-properties");
  expect(await codes(schemas, { propertyTextMax: 30 })).toBe("true limit-properties");
});
