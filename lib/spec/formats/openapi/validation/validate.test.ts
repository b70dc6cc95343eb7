import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../parse-text.fixture.ts";

const head = (version: string) => `openapi: ${version}\ninfo: {title: T, version: "1"}\n`;
const get = (body: string, version = "3.0.3") => findingsOf(`${head(version)}paths:\n  /a:\n    get:\n${body.replace(/^/gm, "      ")}\n`);

describe("findings say in one sentence what is wrong and what to do", () => {
  it("for members that are missing, misspelt, of the wrong kind or from another version", async () => {
    expect(await findingsOf(`${head("3.0.3")}host: shop.io
server: []
tags: {}
paths:
  pets: {}
  /a:
    get:
      operationID: x
      parameters:
        - {name: a, in: body, schema: {type: string}}
        - {name: b, in: query, type: string}
        - {name: c, in: path, schema: {}}
      requestBody: {description: none}
      responses:
        OK: {description: fine}
        200: {}
components:
  schemas:
    A: {type: [string, "null"]}
    B: {type: text, minLength: -1, exclusiveMinimum: 3, const: 1}
    C: {type: array, required: true}
    "bad name": {}
  securitySchemes:
    a: {type: basic}
    b: {type: apiKey}
`)).toMatchInlineSnapshot(`
  [
    "3:1 error: \`host\` is not a member of the document. → In OpenAPI 3 it is part of \`servers\`.",
    "4:1 error: \`server\` is not a member of the document. → Did you mean \`servers\`?",
    "5:1 error: \`tags\` must be a list, not an object.",
    "7:3 error: \`pets\` is not a name for a member of \`paths\`: it must be a \`/\` first.",
    "10:7 error: \`operationID\` is not a member of the operation. → Did you mean \`operationId\`?",
    "12:21 error: \`in\` must be one of \`query\`, \`header\`, \`path\`, \`cookie\`, not \`body\`. → In OpenAPI 3 it is the operation's \`requestBody\`.",
    "13:11 error: The parameter \`b\` needs \`schema\` or \`content\`. → Add a schema, for example \`schema: {type: string}\`.",
    "13:32 error: \`type\` is not a member of the parameter. → In OpenAPI 3 it belongs into \`schema\`.",
    "14:11 error: The parameter \`c\` is part of the path and so needs \`required: true\`. → Add \`required: true\`.",
    "14:11 warning: The path parameter \`c\` does not stand in \`/a\`. → Write \`{c}\` into the path, or remove the parameter.",
    "15:7 error: \`requestBody\` needs \`content\`. → Add a media type, for example \`application/json\`.",
    "17:9 error: \`OK\` is not a name for a member of \`responses\`: it must be a status code such as \`200\`, a range such as \`2XX\`, or \`default\`.",
    "18:9 error: The response needs \`description\`. → Say in a few words what it means.",
    "21:9 error: \`type\` must be one of \`array\`, \`boolean\`, \`integer\`, \`number\`, \`object\`, \`string\`, not a list. → In OpenAPI 3.0 a value that may be null has \`nullable: true\`; lists of types came with 3.1.",
    "22:9 error: \`type\` must be one of \`array\`, \`boolean\`, \`integer\`, \`number\`, \`object\`, \`string\`, not \`text\`. → Write \`type: string\`.",
    "22:21 error: \`minLength\` must not be negative.",
    "22:36 error: \`exclusiveMinimum\` must be \`true\` or \`false\`, not \`3\`. → In OpenAPI 3.0 it is \`true\` beside \`minimum\`.",
    "22:57 error: \`const\` is not a member of the schema. → It came with OpenAPI 3.1. Use \`enum\` with one value.",
    "23:5 error: A schema of \`type: array\` needs \`items\`. → Add \`items: {}\` if anything may stand in the list.",
    "23:22 error: \`required\` must be a list, not \`true\`. → It is a list of names, beside \`properties\`.",
    "24:5 error: \`bad name\` is not a name for a member of the component: it must be letters, digits, \`.\`, \`-\` and \`_\`.",
    "26:9 error: \`type\` must be one of \`apiKey\`, \`http\`, \`oauth2\`, \`openIdConnect\`, not \`basic\`. → Swagger 2's \`basic\` is \`type: http\` with \`scheme: basic\`.",
    "27:5 error: The security scheme needs \`name\`.",
    "27:5 error: The security scheme needs \`in\`.",
  ]
`);
  });

  it("for alternatives: never a list of everything that might have been meant", async () => {
    expect(await findingsOf(`${head("3.1.0")}paths: {}\ncomponents:\n  schemas:\n    A: {type: 5, additionalProperties: 3, items: []}\n    B: null\n    C: {exclusiveMinimum: true, type: []}\n  parameters:\n    P: {$ref: 5}\n    Q: {name: q, in: query, schema: {}, content: {}, example: 1, examples: {}}\n  securitySchemes:\n    S: {type: oauth2, flows: {accessCode: {}}}\n`)).toMatchInlineSnapshot(`
      [
        "6:9 error: \`type\` must be one of \`array\`, \`boolean\`, \`integer\`, \`number\`, \`object\`, \`string\`, \`null\`, not \`5\`.",
        "6:18 error: \`additionalProperties\` must be an object, not \`3\`.",
        "6:43 error: \`items\` must be an object, not a list. → For a tuple use \`prefixItems\`.",
        "7:5 error: \`B\` must be an object, not empty.",
        "8:9 error: \`exclusiveMinimum\` must be a number, not \`true\`. → Since OpenAPI 3.1 it is the bound itself, a number.",
        "8:33 error: \`type\` must not be empty. → Remove it, or add an entry.",
        "10:9 error: \`$ref\` must be a string, not \`5\`. → Put it in quotes.",
        "11:41 error: The parameter \`q\` has both \`schema\` and \`content\`; one is allowed. → Remove one of them.",
        "11:41 error: \`content\` of the parameter \`q\` must have exactly one media type.",
        "11:66 error: \`example\` and \`examples\` exclude one another. → Put the one into the other.",
        "13:31 error: \`accessCode\` is not a member of \`flows\`. → In OpenAPI 3 it is \`authorizationCode\`.",
      ]
    `);
  });

  it("for Swagger 2", async () => {
    expect(await findingsOf(`swagger: 2.0\ninfo: {title: T}\nhost: https://shop.io/v1\nbasePath: v1\nschemes: [ftp]\npaths:\n  /a:\n    get:\n      requestBody: {}\n      parameters:\n        - {name: q, in: query, schema: {type: string}}\n        - {name: b, in: body}\n        - {name: l, in: query, type: array}\n      responses: {200: {description: OK, content: {}}}\ncomponents: {}\n`)).toMatchInlineSnapshot(`
      [
        "1:1 error: \`swagger\` must be \`2.0\`, not \`2\`. → Write \`swagger: "2.0"\`, with quotes.",
        "2:1 error: \`info\` needs \`version\`.",
        "3:1 error: \`host: https://shop.io/v1\` must be a name with a port at most. → The protocol belongs into \`schemes\`, the path into \`basePath\`.",
        "4:1 error: \`basePath\` must begin with \`/\`.",
        "5:11 error: Item 1 of \`schemes\` must be one of \`http\`, \`https\`, \`ws\`, \`wss\`, not \`ftp\`.",
        "9:7 error: \`requestBody\` is not a member of the operation. → In Swagger 2 it is a parameter with \`in: body\`.",
        "11:11 error: The parameter needs \`type\`. → Say what the value is: \`string\`, \`number\`, \`integer\`, \`boolean\` or \`array\`.",
        "11:32 error: \`schema\` is not a member of the parameter. → In Swagger 2 only a \`body\` parameter has one: write \`type\` and the rest directly.",
        "12:11 error: The parameter needs \`schema\`. → Say what the body holds, for example \`schema: {type: object}\`.",
        "13:11 error: A schema of \`type: array\` needs \`items\`. → Add \`items: {}\` if anything may stand in the list.",
        "14:42 error: \`content\` is not a member of the response. → In Swagger 2 it is \`schema\`, with the media types in \`produces\`.",
        "15:1 error: \`components\` is not a member of the document. → It came with OpenAPI 3. Use \`definitions\`, \`parameters\`, \`responses\` and \`securityDefinitions\`.",
      ]
    `);
  });
});

describe("rules of the text of the specification", () => {
  it("parameters of a path are declared, and once", async () => {
    expect(await findingsOf(`${head("3.0.3")}paths:\n  /a/{id}:\n    get: {responses: {"200": {description: OK}}}\n    put:\n      parameters: [{name: id, in: path, required: true, schema: {}}, {name: id, in: path, required: true, schema: {type: string}}, {name: other, in: path, required: true, schema: {}}]\n      responses: {"200": {description: OK}}\n`)).toMatchInlineSnapshot(`
      [
        "5:5 error: \`{id}\` of \`/a/{id}\` is not declared as a parameter of \`get\`. → Add a parameter with \`name: id\`, \`in: path\` and \`required: true\`.",
        "7:70 error: The path parameter \`id\` is given twice. → Remove one of them.",
        "7:132 warning: The path parameter \`other\` does not stand in \`/a/{id}\`. → Write \`{other}\` into the path, or remove the parameter.",
      ]
    `);
  });
  it("operation ids are unique, security schemes exist, there is a response", async () => {
    expect(await get("operationId: a\nsecurity: [{key: []}]\nresponses: {}\ncallbacks: {c: {'{$url}': {post: {operationId: a, responses: {default: {description: OK}}}}}}")).toMatchInlineSnapshot(`
      [
        "6:7 error: The \`operationId\` \`a\` is used by another operation already. → Give each operation one of its own.",
        "7:19 error: The security scheme \`key\` is not declared. → Add it to \`components.securitySchemes\`.",
        "8:7 error: \`responses\` needs at least one response. → Add one, for example \`"200": {description: OK}\`.",
      ]
    `);
  });
  it("a document of 3.1 has paths, components or webhooks; one of 3.0 has paths", async () => {
    expect(await findingsOf(head("3.1.0"))).toEqual(["1:1 error: The document needs one of `paths`, `components`, `webhooks`."]);
    expect(await findingsOf(head("3.0.0"))).toEqual(["1:1 error: The document needs `paths`. → Add `paths: {}` if there are none."]);
  });
  it("what stands behind a reference is held to what it is used as, where it is written", async () => {
    const findings = await findingsOf(`${head("3.0.3")}paths:\n  /a:\n    get: {parameters: [{$ref: 'p.yaml#/P'}], responses: {"200": {$ref: '#/components/schemas/S'}}}\ncomponents: {schemas: {S: {type: object}}}\n`, { "p.yaml": "\nP: {name: p}\n" });
    expect(findings).toMatchInlineSnapshot(`
      [
        "6:24 error: The response needs \`description\`. → Say in a few words what it means.",
        "6:28 error: \`type\` is not a member of the response. → Remove it, or let its name begin with \`x-\`.",
        "2:1 error: The parameter needs \`in\`.",
        "2:1 error: The parameter \`p\` needs \`schema\` or \`content\`. → Add a schema, for example \`schema: {type: string}\`.",
      ]
    `);
  });
  it("an external document is understood without what lies elsewhere", async () => {
    expect(await get("responses: {'200': {$ref: 'https://shop.io/r.yaml'}}")).toEqual(["6:27 warning: `https://shop.io/r.yaml` lies outside the upload and is never fetched; the document is understood without it. → Upload the file together with the document and refer to it by its relative path."]);
  });
});

it("finds nothing in documents that hold to the specification", async () => {
  const valid = [
    `${head("3.0.3")}servers: [{url: "https://{r}.shop.io/v1", variables: {r: {default: eu, enum: [eu, us]}}}]\ntags: [{name: a, externalDocs: {url: ./docs}}]\npaths:\n  /a/{id}:\n    parameters: [{name: id, in: path, required: true, schema: {type: string, nullable: true}}]\n    post:\n      requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {f: {type: string, format: binary}}}, encoding: {f: {contentType: image/png}}}}}\n      responses: {2XX: {description: OK, headers: {X: {schema: {type: integer}}}, links: {next: {operationId: x}}}, default: {description: no}}\n      callbacks: {c: {'{$request.body#/u}': {post: {responses: {200: {description: OK}}}}}}\n      security: [{}, {k: []}]\ncomponents: {securitySchemes: {k: {type: http, scheme: bearer, bearerFormat: JWT}}}\n`,
    `${head("3.1.0")}webhooks: {w: {post: {requestBody: {$ref: '#/components/requestBodies/B', description: also}}}}\ncomponents: {requestBodies: {B: {content: {application/json: {schema: {$ref: '#/components/schemas/A', description: beside}}}}}, schemas: {A: {type: [object, "null"], $defs: {x: true}, patternProperties: {"^x": false}, unknownWord: 1, exclusiveMinimum: 2}}, pathItems: {p: {get: {}}}}\n`,
    `${head("3.2.0")}$self: https://shop.io/api\ntags: [{name: a, kind: nav, parent: b}, {name: b}]\npaths: {/a: {query: {parameters: [{name: q, in: querystring, content: {application/json: {schema: {}}}}], responses: {"200": {content: {application/jsonl: {itemSchema: {type: object}}}}}}, additionalOperations: {LINK: {}}}}\n`,
    `swagger: "2.0"\ninfo: {title: T, version: "1"}\nhost: shop.io:80\nbasePath: /v1\nschemes: [https]\npaths: {/a: {get: {parameters: [{name: q, in: query, type: array, items: {type: string}, collectionFormat: multi}], responses: {200: {description: OK, schema: {type: file}}}}}}\nsecurityDefinitions: {o: {type: oauth2, flow: accessCode, authorizationUrl: "https://a.io", tokenUrl: "https://a.io", scopes: {}}}\n`,
  ];
  for (const text of valid) expect(await findingsOf(text), text).toEqual([]);
});
