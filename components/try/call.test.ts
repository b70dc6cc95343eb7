import { describe, expect, it } from "vitest";
import type { Operation, Parameter } from "#lib/spec/normalized-spec.ts";
import { buildCall, type TryInput } from "./call.ts";
import { contentOf } from "./try-body-fields.tsx";
import { tryOperation } from "./try-operation.ts";

const at = { file: "a.yaml", pointer: "" };
const parameter = (change: Partial<Parameter>): Parameter => ({ name: "a", in: "query", required: true, deprecated: false, description: null, style: null, explode: null, allowReserved: false, schema: { type: "string" }, content: null, examples: [], ...at, ...change });
const media = (mediaType: string, schema: Record<string, unknown>) => ({ mediaType, schema, itemSchema: null, examples: [], encoding: null });
const operation: Operation = {
  key: "POST /x/{tags}", display: "POST /x/{tags}", kind: "http", action: "POST", address: "/x/{tags}", parent: null, operationIds: [], summary: null, description: null, tags: [], deprecated: false, sunset: null, internal: false, externalDocs: null, servers: null, security: [],
  parameters: [
    parameter({ name: "tags", in: "path", schema: { type: "array", example: ["x", "y/z"], items: { type: "string" } } }),
    parameter({ name: "filter", style: "deepObject", explode: true, schema: { type: "object", example: { color: "r&d", size: 3 } } }),
  ],
  requestBody: { required: true, description: null, content: [
    media("application/json", { type: "object", example: { a: 1 } }),
    media("application/x-www-form-urlencoded", { type: "object", required: ["a"], properties: { a: { type: "string", example: "x y" }, b: { type: "string", example: "later" } } }),
    media("multipart/form-data", { type: "object", required: ["scan"], properties: { scan: { type: "string", format: "binary" }, note: { type: "string" } } }),
    media("application/xml", { type: "object", xml: { name: "pet" }, properties: { id: { type: "integer", example: 4 } } }),
  ], ...at },
  responses: [], callbacks: [], channel: null, messages: [], reply: null, bindings: null, extensions: {}, ...at,
};
const made = tryOperation({ operation, schemas: new Map(), servers: [{ url: "https://x.test/v1", origin: "https://x.test", description: null }], securitySchemes: [] });
const filled = (mediaType: string, change: Partial<TryInput> = {}): TryInput => ({ server: "https://x.test/v1", values: Object.fromEntries(made.fields.map((field) => [`${field.in} ${field.name}`, field.value])), secrets: {}, mediaType, ...contentOf(made.bodies.find((body) => body.mediaType === mediaType)), ...change });

describe("a call tried from the page", () => {
  it("writes parameters as the document says", () => {
    expect(buildCall(made, filled("application/json")).url).toBe("https://x.test/v1/x/x,y%2Fz?filter[color]=r%26d&filter[size]=3");
  });

  it("is not sent with a body that is missing or no JSON", () => {
    expect(() => buildCall(made, filled("application/json", { body: "" }))).toThrow("The body is needed.");
    expect(() => buildCall(made, filled("application/json", { body: "{a" }))).toThrow("The body is not JSON");
    expect(() => buildCall(made, filled("multipart/form-data"))).toThrow("scan is needed.");
  });

  it("sends forms by their fields, files as files", () => {
    expect(buildCall(made, filled("application/x-www-form-urlencoded")).body).toBe("a=x+y");
    const { body, headers } = buildCall(made, filled("multipart/form-data", { files: { 0: new File(["abc"], "a.txt") } }));
    expect(body instanceof FormData && body.get("scan")).toMatchObject({ name: "a.txt" });
    expect(headers["content-type"]).toBeUndefined();
  });

  it("begins with an example as XML where XML is asked for", () => {
    expect(filled("application/xml").body).toContain("<pet>\n  <id>4</id>\n</pet>");
  });
});
