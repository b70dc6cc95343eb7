import { describe, expect, it } from "vitest";
import type { NormalizedSpec } from "../../normalized-spec.ts";
import { parseText, readText } from "../../parse-text.fixture.ts";

const head = (version: string) => `openapi: ${version}\ninfo: {title: T, version: "1"}\n`;
const keys = (spec: NormalizedSpec) => spec.operations.map(({ key }) => key);
const only = <T>(list: T[]): T => {
  const [first] = list;
  if (first === undefined || list.length !== 1) throw new Error(`expected one, got ${list.length}`);
  return first;
};

describe("operations", () => {
  it("have keys without parameter names, and webhooks and callbacks have keys of their own", async () => {
    const spec = await readText(`${head("3.2.0")}paths:
  /users/{id}:
    get: {operationId: getUser, responses: {}}
    query: {responses: {}}
    additionalOperations: {LINK: {responses: {}}}
  /orders:
    post:
      responses: {}
      callbacks:
        onPaid:
          '{$request.body#/url}': {post: {responses: {}}}
          '{$request.body#/other}': {post: {responses: {}}}
webhooks:
  shipped: {post: {responses: {}}}
  both: {put: {responses: {}}, post: {responses: {}}}
`);
    expect(keys(spec)).toMatchInlineSnapshot(`
      [
        "GET /users/{}",
        "QUERY /users/{}",
        "LINK /users/{}",
        "POST /orders",
        "POST /orders CALLBACK onPaid POST",
        "POST /orders CALLBACK onPaid POST {$request.body#/other}",
        "WEBHOOK shipped",
        "WEBHOOK both PUT",
        "WEBHOOK both",
      ]
    `);
    expect(spec.operations[0]?.display).toBe("GET /users/{id}");
    expect(spec.operations.find(({ key }) => key === "POST /orders")?.callbacks).toHaveLength(2);
  });

  it("keeps both of two paths that are the same but for their parameters' names, and says so", async () => {
    const { spec, diagnostics } = await parseText(`${head("3.0.3")}paths:\n  /a/{x}: {get: {parameters: [{name: x, in: path, required: true, schema: {}}], responses: {"200": {description: ""}}}}\n  /a/{y}: {get: {parameters: [{name: y, in: path, required: true, schema: {}}], responses: {"200": {description: ""}}}}\n`);
    expect(spec && keys(spec)).toEqual(["GET /a/{}", "GET /a/{} (2)"]);
    expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toEqual(["identical-path 5", "duplicate-operation 5"]);
  });

  it("inherit parameters, servers, security and internal from what is around them", async () => {
    const spec = await readText(`${head("3.0.3")}security: [{key: []}]
servers: [{url: "https://a.shop.io"}]
paths:
  /x:
    x-internal: true
    servers: [{url: "https://b.shop.io"}]
    parameters: [{name: a, in: query, description: shared, schema: {type: string}}, {name: b, in: header, schema: {type: string}}]
    get: {parameters: [{name: a, in: query, description: own, schema: {type: integer}}], responses: {}}
    put: {security: [], x-sunset: 2027-01-31T00:00:00Z, deprecated: true, responses: {}}
`);
    expect(spec.operations.map(({ parameters, servers, security, internal, sunset, deprecated }) => ({ parameters: parameters.map(({ name, description }) => [name, description]), servers: servers?.map(({ url }) => url), security, internal, sunset, deprecated }))).toMatchInlineSnapshot(`
      [
        {
          "deprecated": false,
          "internal": true,
          "parameters": [
            [
              "a",
              "own",
            ],
            [
              "b",
              null,
            ],
          ],
          "security": [
            [
              {
                "scheme": "key",
                "scopes": [],
              },
            ],
          ],
          "servers": [
            "https://b.shop.io",
          ],
          "sunset": null,
        },
        {
          "deprecated": true,
          "internal": true,
          "parameters": [
            [
              "a",
              "shared",
            ],
            [
              "b",
              null,
            ],
          ],
          "security": [],
          "servers": [
            "https://b.shop.io",
          ],
          "sunset": "2027-01-31",
        },
      ]
    `);
  });

  it("are read behind references, in other files too, and located where they are written", async () => {
    const spec = await readText(`${head("3.1.0")}paths:\n  /x: {$ref: 'paths/x.yaml', summary: From the root}\n`, {
      "paths/x.yaml": "get:\n  parameters: [{$ref: '../common.yaml#/Limit'}]\n  responses: {200: {$ref: '../common.yaml#/Ok'}}\n",
      "common.yaml": "Limit: {name: limit, in: query, schema: {type: integer}}\nOk: {description: Fine, content: {application/json: {schema: {$ref: '#/Page'}}}}\nPage: {type: object, properties: {next: {$ref: '#/Page'}}}\n",
      "unused.yaml": "a: 1\n",
    });
    const { file, pointer, summary, parameters, responses } = only(spec.operations);
    expect({ file, pointer, summary, parameter: parameters[0]?.file, schema: responses[0]?.content[0]?.schema }).toMatchInlineSnapshot(`
      {
        "file": "paths/x.yaml",
        "parameter": "common.yaml",
        "pointer": "/get",
        "schema": {
          "$ref": "common.yaml#/Page",
        },
        "summary": "From the root",
      }
    `);
    expect(spec.files).toEqual(["api.yaml", "paths/x.yaml", "common.yaml"]);
    expect(spec.schemas.map(({ id, json }) => [id, json])).toMatchInlineSnapshot(`
      [
        [
          "common.yaml#/Page",
          {
            "properties": {
              "next": {
                "$ref": "common.yaml#/Page",
              },
            },
            "type": "object",
          },
        ],
      ]
    `);
  });
});

describe("Swagger 2", () => {
  it("is translated into the terms of OpenAPI 3", async () => {
    const spec = await readText(`swagger: "2.0"
info: {title: T, version: 1.10}
host: api.shop.io
basePath: /v1
schemes: [https, http]
consumes: [application/json]
produces: [application/json, application/xml]
paths:
  /a:
    post:
      parameters:
        - {name: ids, in: query, type: array, items: {type: string}, collectionFormat: multi}
        - {name: body, in: body, required: true, schema: {$ref: '#/definitions/A'}}
      responses:
        200: {description: OK, schema: {type: array, items: {$ref: '#/definitions/A'}}, headers: {X-Count: {type: integer}}, examples: {application/json: []}}
  /file:
    put:
      parameters:
        - {name: f, in: formData, type: file, required: true, description: The file}
        - {name: note, in: formData, type: string}
      responses: {204: {description: none}}
definitions:
  A: {type: object, properties: {id: {type: string, x-nullable: true}}}
`);
    const [post, put] = spec.operations;
    expect({ label: spec.label, servers: spec.servers.map(({ url }) => url), parameters: post?.parameters.map(({ name, style, explode, schema }) => ({ name, style, explode, schema })), body: post?.requestBody, responses: post?.responses }).toMatchInlineSnapshot(`
      {
        "body": {
          "content": [
            {
              "encoding": null,
              "examples": [],
              "itemSchema": null,
              "mediaType": "application/json",
              "schema": {
                "$ref": "#/definitions/A",
              },
            },
          ],
          "description": null,
          "file": "api.yaml",
          "pointer": "/paths/~1a/post/parameters/1",
          "required": true,
        },
        "label": "1.10",
        "parameters": [
          {
            "explode": true,
            "name": "ids",
            "schema": {
              "items": {
                "type": "string",
              },
              "type": "array",
            },
            "style": "form",
          },
        ],
        "responses": [
          {
            "content": [
              {
                "encoding": null,
                "examples": [
                  {
                    "description": null,
                    "externalValue": null,
                    "name": null,
                    "summary": null,
                    "value": [],
                  },
                ],
                "itemSchema": null,
                "mediaType": "application/json",
                "schema": {
                  "items": {
                    "$ref": "#/definitions/A",
                  },
                  "type": "array",
                },
              },
              {
                "encoding": null,
                "examples": [],
                "itemSchema": null,
                "mediaType": "application/xml",
                "schema": {
                  "items": {
                    "$ref": "#/definitions/A",
                  },
                  "type": "array",
                },
              },
            ],
            "description": "OK",
            "file": "api.yaml",
            "headers": [
              {
                "allowReserved": false,
                "content": null,
                "deprecated": false,
                "description": null,
                "examples": [],
                "explode": false,
                "file": "api.yaml",
                "in": "header",
                "name": "X-Count",
                "pointer": "/paths/~1a/post/responses/200/headers/X-Count",
                "required": false,
                "schema": {
                  "type": "integer",
                },
                "style": "simple",
              },
            ],
            "links": null,
            "pointer": "/paths/~1a/post/responses/200",
            "status": "200",
          },
        ],
        "servers": [
          "https://api.shop.io/v1",
          "http://api.shop.io/v1",
        ],
      }
    `);
    expect(put?.requestBody?.content).toMatchInlineSnapshot(`
      [
        {
          "encoding": null,
          "examples": [],
          "itemSchema": null,
          "mediaType": "multipart/form-data",
          "schema": {
            "properties": {
              "f": {
                "description": "The file",
                "format": "binary",
                "type": "string",
              },
              "note": {
                "type": "string",
              },
            },
            "required": [
              "f",
            ],
            "type": "object",
          },
        },
      ]
    `);
    expect(spec.properties.map(({ owner, place, mediaType, path, type, ref }) => [owner.id, place, mediaType, path, type, ref].join(" | "))).toMatchInlineSnapshot(`
      [
        "POST /a | request.query |  | ids | array of string | ",
        "POST /a | request.body | application/json |  | A | #/definitions/A",
        "POST /a | response.200.header |  | X-Count | integer | ",
        "POST /a | response.200 | application/json | [] | A | #/definitions/A",
        "POST /a | response.200 | application/xml | [] | A | #/definitions/A",
        "PUT /file | request.body | multipart/form-data | f | string | ",
        "PUT /file | request.body | multipart/form-data | note | string | ",
        "#/definitions/A |  |  | id | string or null | ",
      ]
    `);
  });
});

describe("what can be understood", () => {
  it("is read: a document of components or webhooks only, an unknown version, empty and null members", async () => {
    for (const text of [
      `${head("3.1.0")}components: {schemas: {A: {type: string}}}\n`, `${head("3.1.0")}webhooks: {a: {post: {responses: {}}}}\n`, `${head("3.9.0")}paths: {}\n`, "openapi: 3.0.0\n", "swagger: 2\ninfo: null\npaths: []\n",
      `${head("3.0.0")}paths: {/a: null, /b: [], /c: {get: null, parameters: {}, put: {parameters: [null, 1, {}], responses: [], requestBody: 3}}}\ntags: {}\nservers: [null, {}, {url: 5}]\ncomponents: {schemas: {A: null, B: [], C: {properties: [], allOf: {}, items: [null], required: {}}}}\n`,
    ]) {
      const { spec, diagnostics } = await parseText(text);
      expect(spec, text).not.toBeNull();
      expect(diagnostics.filter(({ code }) => code === "internal-error")).toEqual([]);
    }
  });

  it("is not: other formats, OpenAPI 1, lists and text, each with its reason", async () => {
    const reasons = await Promise.all(["a: 1\n", "[]", "just words", "", 'swaggerVersion: "1.2"\n'].map(async (text) => {
      const { spec, diagnostics } = await parseText(text);
      return `${spec === null} ${diagnostics.map(({ code, message }) => `${code}: ${message}`).join("; ")}`;
    }));
    expect(reasons).toMatchInlineSnapshot(`
      [
        "true unknown-format: The file is not an OpenAPI or AsyncAPI document: it has no \`openapi\`, \`swagger\` or \`asyncapi\` member; it begins with \`a\`.",
        "true not-a-document: The file holds a list, not an OpenAPI or AsyncAPI document.",
        "true not-a-document: The file holds only text, not an OpenAPI or AsyncAPI document.",
        "true not-a-document: The file holds nothing, not an OpenAPI or AsyncAPI document.",
        "true unsupported-version: Version 1.2 of OpenAPI cannot be read; 2.0, 3.0, 3.1 and 3.2 can.",
      ]
    `);
  });

  it("is read without what lies elsewhere: nothing is fetched, cycles end", async () => {
    const { spec, diagnostics } = await parseText(`${head("3.0.0")}paths:
  /a: {$ref: 'https://shop.io/a.yaml'}
  /b: {$ref: '#/paths/~1c'}
  /c: {$ref: '#/paths/~1b'}
  /d: {get: {responses: {"200": {$ref: 'file:///etc/passwd'}, "400": {$ref: '../../secret.yaml'}, "500": {$ref: '#/components/responses/None'}}}}
components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}}
`);
    expect(spec && keys(spec)).toEqual(["GET /d"]);
    expect(diagnostics.map(({ severity, code, line, column }) => `${line}:${column} ${severity} ${code}`)).toMatchInlineSnapshot(`
      [
        "4:8 warning external-ref",
        "5:8 error ref-cycle",
        "6:8 error ref-cycle",
        "7:34 warning external-ref",
        "7:71 error ref-outside",
        "7:107 error ref-missing-target",
      ]
    `);
  });

  it("keeps the size of a document whose references would expand without end", async () => {
    const schemas = Array.from({ length: 60 }, (_, n) => `    S${n}: {type: object, properties: {a: {$ref: '#/components/schemas/S${n + 1}'}, b: {$ref: '#/components/schemas/S${n + 1}'}}}`).join("\n");
    const spec = await readText(`${head("3.0.0")}paths: {}\ncomponents:\n  schemas:\n${schemas}\n    S60: {type: string}\n`);
    expect(spec.schemas).toHaveLength(61);
    expect(spec.properties).toHaveLength(120);
  });
});
