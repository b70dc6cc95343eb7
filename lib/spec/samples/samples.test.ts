import { describe, expect, it } from "vitest";
import type { Operation, SecurityScheme, Server } from "../normalized-spec.ts";
import { sampleChoices, sampleRequest } from "./sample-request.ts";
import { writeSamples } from "./write-samples.ts";
import { parameterQuery, parameterText } from "./parameter-text.ts";

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

const sampled = (change: Partial<Operation> = {}) => sampleRequest({ operation: { ...operation, ...change }, servers: [server], securitySchemes: schemes, schemas: new Map() });

describe("a sample request", () => {
  it("fills in what is required, and says where a secret goes", () => {
    expect(sampled()).toEqual({
      method: "POST",
      url: "https://eu.shop.test/v1/orders/a%2Fb?dry%20run=true",
      headers: [
        { name: "Accept", value: "application/json" },
        { name: "Authorization", value: "Bearer YOUR_TOKEN" },
        { name: "Content-Type", value: "application/json" },
      ],
      body: { kind: "text", mediaType: "application/json", text: '{\n  "note": "it\'s"\n}' },
    });
  });

  it("sends of a form what must be sent, files as files", () => {
    const form = { mediaType: "multipart/form-data", schema: { type: "object", required: ["amount", "scan"], properties: { note: { type: "string" }, amount: { type: "integer" }, scan: { type: "string", format: "binary" } } }, itemSchema: null, examples: [], encoding: null };
    const request = sampled({ requestBody: { required: true, description: null, content: [form], ...at } });
    expect(request?.body).toEqual({ kind: "form", mediaType: "multipart/form-data", fields: [{ name: "amount", value: "1", isFile: false }, { name: "scan", value: "scan", isFile: true }] });
    expect(request?.headers.map((header) => header.name)).not.toContain("Content-Type");
  });

  it("is none for an event", () => {
    expect(sampled({ kind: "event", action: "send" })).toBeNull();
  });
});

describe("samples", () => {
  const samples = writeSamples(sampled() ?? { method: "GET", url: "", headers: [], body: null });

  it("are written in six languages", () => {
    expect(samples.map((sample) => sample.label)).toEqual(["curl", "JavaScript", "Python", "Go", "Java", "C#"]);
    for (const { label, code } of samples) {
      expect(code, label).toContain("https://eu.shop.test/v1/orders/a%2Fb?dry%20run=true");
      expect(code, label).toContain("YOUR_TOKEN");
      expect(code, label).toContain("note");
    }
  });

  const evil = `'+alert(1)+'\"+alert(2)+"\\\n\u2028#{x} \${y} \`z\``;
  const quoted = [`"${JSON.stringify(evil).slice(1, -1).replace("\u2028", "\\u2028")}`];

  it("never let what a document says become code, in an address, a header or a body", () => {
    const request = { method: "POST", url: `https://x.test/${evil}`, headers: [{ name: "X-A", value: evil }], body: { kind: "text" as const, mediaType: "text/plain", text: evil } };
    for (const { label, code } of writeSamples(request)) {
      if (label === "curl") expect(code).toContain(`--data-raw '${evil.replaceAll("'", "'\\''")}'`);
      else expect(code, label).toContain(quoted[0]);
    }
    const javascript = writeSamples(request)[1]?.code ?? "";
    const asked: unknown[] = [];
    new Function("fetch", "console", `return (async () => {${javascript}})()`)((...args: unknown[]) => (asked.push(args), { status: 200, text: () => "" }), { log: () => null });
    expect(asked).toEqual([[request.url, { method: "POST", headers: { "X-A": evil }, body: evil }]]);
  });

  it("write lists and objects of a form as its encoding says, in every language", () => {
    const schema = { type: "object", required: ["tags", "address", "plain"], properties: { tags: { type: "array", items: { type: "string" }, example: ["p", "q"] }, address: { type: "object", example: { city: "A&B", lines: [{ no: 1 }] } }, plain: { type: "object", example: { n: 4 } } } };
    const form = { mediaType: "application/x-www-form-urlencoded", schema, itemSchema: null, examples: [], encoding: { address: { style: "deepObject", explode: true } } };
    const request = sampled({ requestBody: { required: true, description: null, content: [form], ...at } });
    expect(request?.body).toMatchObject({ fields: [{ name: "tags", value: "p" }, { name: "tags", value: "q" }, { name: "address[city]", value: "A&B" }, { name: "address[lines][0][no]", value: "1" }, { name: "plain", value: '{"n":4}' }] });
    for (const { label, code } of writeSamples(request as NonNullable<typeof request>)) expect(code, label).toMatch(/address(\[city\]|%5Bcity%5D).{1,6}(A&B|A%26B)/);
  });

  it.each(["application/octet-stream", "image/png"])("read a file for %s, never sending the letters of its name", (mediaType) => {
    const request = sampled({ requestBody: { required: true, description: null, content: [{ mediaType, schema: { type: "string", format: "binary" }, itemSchema: null, examples: [], encoding: null }], ...at } });
    for (const { label, code } of writeSamples(request as NonNullable<typeof request>)) expect(code, label).toMatch(/@file\.bin|readFile\("file|open\("file|Open\("file|Path\.of\("file|ReadAllBytes\("file/);
  });

  it("make XML up from the schema, and send text as it is", () => {
    const xml = { type: "object", xml: { name: "pet" }, properties: { id: { type: "integer", xml: { attribute: true } }, tags: { type: "array", example: ["a<b"], xml: { wrapped: true }, items: { type: "string", xml: { name: "tag" } } } } };
    const content = [{ mediaType: "application/xml", schema: xml, itemSchema: null, examples: [], encoding: null }, { mediaType: "text/plain", schema: { type: "string" }, itemSchema: null, examples: [{ name: "a", summary: null, description: null, value: "one", externalValue: null }, { name: "b", summary: "Second", description: null, value: "two", externalValue: null }], encoding: null }];
    const requestBody = { required: true, description: null, content, ...at };
    expect(sampled({ requestBody })?.body).toMatchObject({ text: '<?xml version="1.0" encoding="UTF-8"?>\n<pet id="1">\n  <tags>\n    <tag>a&lt;b</tag>\n  </tags>\n</pet>' });
    const choices = sampleChoices({ ...operation, requestBody });
    expect(choices.map(({ label }) => label)).toEqual(["application/xml", "text/plain, a", "text/plain, Second"]);
    const second = sampleRequest({ operation: { ...operation, requestBody }, servers: [server], securitySchemes: schemes, schemas: new Map(), choice: choices[2] });
    for (const { label, code } of writeSamples(second as NonNullable<typeof second>)) expect(code, label).toContain("two");
  });

  it("quote for a shell", () => {
    expect(samples[0]?.code).toContain(`"it'\\''s"`);
  });
});

describe("styles of parameters", () => {
  const styled = { name: "ids", in: "query" as const, style: null, explode: null, allowReserved: false, content: null };

  it("are written as OpenAPI says", () => {
    expect(parameterQuery(styled, ["a b", 2])).toEqual(["ids=a%20b", "ids=2"]);
    expect(parameterQuery({ ...styled, explode: false }, ["a", 2])).toEqual(["ids=a,2"]);
    expect(parameterQuery({ ...styled, style: "pipeDelimited", explode: false }, ["a", 2])).toEqual(["ids=a|2"]);
    expect(parameterQuery({ ...styled, style: "deepObject", explode: true }, { a: 1 })).toEqual(["ids[a]=1"]);
    expect(parameterText({ ...styled, in: "path", style: "matrix" }, "x", true)).toBe(";ids=x");
    expect(parameterText({ ...styled, in: "path" }, { a: 1, b: "c/d" }, true)).toBe("a,1,b,c%2Fd");
  });
});
