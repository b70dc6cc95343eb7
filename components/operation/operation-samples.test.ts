import { describe, expect, it } from "vitest";
import type { Operation, SecurityScheme, Server } from "#lib/spec/normalized-spec.ts";
import { curlSample } from "./curl-sample.ts";
import { securityWords } from "./security-words.ts";

const at = { file: "a.yaml", pointer: "" };
const operation: Operation = {
  key: "POST /orders/{}", display: "POST /orders/{id}", kind: "http", action: "POST", address: "/orders/{id}", parent: null, operationIds: [], summary: null, description: null,
  tags: [], deprecated: false, sunset: null, internal: false, externalDocs: null, servers: null, security: [[{ scheme: "token", scopes: ["orders:write"] }]],
  parameters: [
    { name: "id", in: "path", required: true, deprecated: false, description: null, style: null, explode: null, allowReserved: false, schema: { type: "string", example: "a/b" }, content: null, examples: [], ...at },
    { name: "dry run", in: "query", required: true, deprecated: false, description: null, style: null, explode: null, allowReserved: false, schema: { type: "boolean" }, content: null, examples: [], ...at },
    { name: "limit", in: "query", required: false, deprecated: false, description: null, style: null, explode: null, allowReserved: false, schema: { type: "integer" }, content: null, examples: [], ...at },
  ],
  requestBody: { required: true, description: null, content: [{ mediaType: "application/json", schema: { type: "object", properties: { note: { type: "string", example: "it's" } } }, itemSchema: null, examples: [], encoding: null }], ...at },
  responses: [{ status: "201", description: null, headers: [], content: [{ mediaType: "application/json", schema: null, itemSchema: null, examples: [], encoding: null }], links: null, ...at }],
  callbacks: [], channel: null, messages: [], reply: null, bindings: null, extensions: {}, ...at,
};
const schemes: SecurityScheme[] = [
  { name: "token", type: "oauth2", description: null, definition: {} },
  { name: "key", type: "apiKey", description: null, definition: { in: "header", name: "X-Api-Key" } },
  { name: "jwt", type: "http", description: null, definition: { scheme: "bearer", bearerFormat: "JWT" } },
];
const server: Server = { name: null, url: "https://{region}.shop.test/v1/", protocol: "https", host: null, pathname: null, description: null, variables: { region: { default: "eu", enum: [], description: null } }, placeholder: false, security: [], bindings: null, pointer: "" };

describe("curl sample", () => {
  it("fills in what is required and quotes it for a shell", () => {
    expect(curlSample({ operation, servers: [server], securitySchemes: schemes, schemas: new Map() })).toBe(
      [
        `curl -X POST 'https://eu.shop.test/v1/orders/a%2Fb?dry%20run=true'`,
        `-H 'Accept: application/json'`,
        `-H "Authorization: Bearer $TOKEN"`,
        `-H 'Content-Type: application/json'`,
        `-d '{\n  "note": "it'\\''s"\n}'`,
      ].join(" \\\n  "),
    );
  });

  it("sends of a form what must be sent", () => {
    const form = { mediaType: "application/x-www-form-urlencoded", schema: { type: "object", required: ["amount"], properties: { note: { type: "string" }, amount: { type: "integer" } } }, itemSchema: null, examples: [], encoding: null };
    const sample = curlSample({ operation: { ...operation, parameters: [], security: [], responses: [], requestBody: { required: true, description: null, content: [form], ...at } }, servers: [server], securitySchemes: [], schemas: new Map() });
    expect(sample?.split(" \\\n  ").slice(1)).toEqual(["--data-urlencode amount=1"]);
  });

  it("has nothing to say of an event", () => {
    expect(curlSample({ operation: { ...operation, kind: "event", action: "send" }, servers: [], securitySchemes: [], schemas: new Map() })).toBeNull();
  });
});

describe("security words", () => {
  it("says each way in", () => {
    expect(securityWords([[{ scheme: "token", scopes: ["a", "b"] }], [{ scheme: "key", scopes: [] }, { scheme: "jwt", scopes: [] }], [], [{ scheme: "gone", scopes: [] }]], schemes)).toEqual([
      "an OAuth 2 token with the scopes a, b",
      "an API key in the header X-Api-Key and a bearer token (JWT)",
      "nothing",
      "gone",
    ]);
  });
});
