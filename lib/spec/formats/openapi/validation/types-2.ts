import { lookUp } from "../../../values.ts";
import type { ObjectTypes } from "./object-type.ts";
import { schemaTypes } from "./types-schema.ts";

const CONSTRAINTS = {
  format: "string", items: "Items", default: "any", maximum: "number", exclusiveMaximum: "boolean", minimum: "number", exclusiveMinimum: "boolean", maxLength: "natural", minLength: "natural", pattern: "string",
  maxItems: "natural", minItems: "natural", uniqueItems: "boolean", enum: "[any]+", multipleOf: "positive",
};
const TYPES = "=string,number,boolean,integer,array";
const FORMATS = "=csv,ssv,tsv,pipes";
const FROM_3 = "It came with OpenAPI 3.";
const MIME = "[string]!!";

/** Objects of Swagger 2.0, as its published JSON Schema describes them. */
export function types2(): ObjectTypes {
  const parameter = (members: Record<string, string>): ObjectTypes[string] => ({
    title: "the parameter", members: { name: "string!", in: "string!", description: "string", required: "boolean", ...members },
    missing: { type: "Say what the value is: `string`, `number`, `integer`, `boolean` or `array`.", schema: "Say what the body holds, for example `schema: {type: object}`." },
    help: { schema: "In Swagger 2 only a `body` parameter has one: write `type` and the rest directly.", content: FROM_3, style: `${FROM_3} Use \`collectionFormat\`.`, explode: `${FROM_3} Use \`collectionFormat\`.`, deprecated: FROM_3, example: `${FROM_3} Use \`x-example\`.` },
  });
  return {
    ...schemaTypes("2.0"),
    Root: {
      title: "the document",
      members: {
        swagger: "=2.0!", info: "Info!", host: "string", basePath: "string", schemes: "[=http,https,ws,wss]!!", consumes: MIME, produces: MIME, paths: "Paths!", definitions: "{Schema}", parameters: "{Parameter}", responses: "{Response}",
        securityDefinitions: "{SecurityScheme}", security: "[SecurityRequirement]!!", tags: "[Tag]!!", externalDocs: "ExternalDocs",
      },
      missing: { paths: "Add `paths: {}` if there are none." },
      help: { swagger: "Write `swagger: \"2.0\"`, with quotes.", components: `${FROM_3} Use \`definitions\`, \`parameters\`, \`responses\` and \`securityDefinitions\`.`, servers: `${FROM_3} Use \`host\`, \`basePath\` and \`schemes\`.` },
    },
    Info: { title: "`info`", members: { title: "string!", description: "string", termsOfService: "string", contact: "Contact", license: "License", version: "string!" }, help: { version: "Quote it if it looks like a number: `version: \"1.0\"`." } },
    Contact: { title: "the contact", members: { name: "string", url: "url", email: "email" } },
    License: { title: "the licence", members: { name: "string!", url: "url" } },
    Paths: { title: "`paths`", members: {}, named: { pattern: /^\//, value: "PathItem", expected: "a `/` first" } },
    PathItem: { title: "the path", reference: true, members: { $ref: "string", parameters: "[Parameter]!!", ...Object.fromEntries(["get", "put", "post", "delete", "options", "head", "patch"].map((method) => [method, "Operation"])) }, help: { summary: FROM_3, description: FROM_3, servers: FROM_3, trace: FROM_3 } },
    Operation: {
      title: "the operation",
      members: {
        tags: "[string]!!", summary: "string", description: "string", externalDocs: "ExternalDocs", operationId: "string", consumes: MIME, produces: MIME, parameters: "[Parameter]!!", responses: "Responses!", schemes: "[=http,https,ws,wss]!!", deprecated: "boolean", security: "[SecurityRequirement]!!",
      },
      help: { requestBody: "In Swagger 2 it is a parameter with `in: body`.", servers: FROM_3, callbacks: FROM_3 },
      missing: { responses: "Add at least one response, for example `\"200\": {description: OK}`." },
    },
    ExternalDocs: { title: "`externalDocs`", members: { description: "string", url: "url!" } },
    Parameter: {
      title: "the parameter", reference: true, members: { name: "string!", in: "=query,header,path,formData,body!" },
      variant: (value) => lookUp({ query: "QueryParameter", header: "HeaderParameter", path: "HeaderParameter", formData: "FormParameter", body: "BodyParameter" }, value["in"]) ?? null,
      help: { "in=cookie": FROM_3 },
    },
    BodyParameter: parameter({ schema: "Schema!" }),
    HeaderParameter: parameter({ type: `${TYPES}!`, collectionFormat: FORMATS, ...CONSTRAINTS }),
    QueryParameter: parameter({ type: `${TYPES}!`, collectionFormat: `${FORMATS},multi`, allowEmptyValue: "boolean", ...CONSTRAINTS }),
    FormParameter: parameter({ type: `${TYPES},file!`, collectionFormat: `${FORMATS},multi`, allowEmptyValue: "boolean", ...CONSTRAINTS }),
    Items: { title: "`items`", members: { type: `${TYPES}!`, collectionFormat: FORMATS, ...CONSTRAINTS }, help: { $ref: "In Swagger 2 the items of a parameter are written out; only a `body` parameter's `schema` may refer." }, missing: { type: "Say what each item is." } },
    Responses: { title: "`responses`", members: { default: "Response" }, named: { pattern: /^\d{3}$/, value: "Response", expected: "a status code such as `200`, or `default`" } },
    Response: { title: "the response", reference: true, members: { description: "string!", schema: "Schema", headers: "{Header}", examples: "{any}" }, missing: { description: "Say in a few words what it means." }, help: { content: "In Swagger 2 it is `schema`, with the media types in `produces`." } },
    Header: { title: "the header", members: { description: "string", type: `${TYPES}!`, collectionFormat: FORMATS, ...CONSTRAINTS } },
    Tag: { title: "the tag", members: { name: "string!", description: "string", externalDocs: "ExternalDocs" } },
    SecurityScheme: {
      title: "the security scheme", members: { type: "=basic,apiKey,oauth2!" },
      variant: (value) => lookUp({ basic: "BasicScheme", apiKey: "ApiKeyScheme", oauth2: oauthType(value["flow"]) }, value["type"]) ?? null,
      help: { "type=http": "It is `basic` here; a bearer token is an `apiKey` in the `Authorization` header." },
    },
    BasicScheme: scheme({}),
    ApiKeyScheme: scheme({ name: "string!", in: "=header,query!" }),
    OAuthScheme: scheme({ flow: "=implicit,password,application,accessCode!", scopes: "{string}", authorizationUrl: "url", tokenUrl: "url" }),
    ImplicitScheme: scheme({ flow: "string!", scopes: "{string}", authorizationUrl: "url!" }),
    TokenScheme: scheme({ flow: "string!", scopes: "{string}", tokenUrl: "url!" }),
    CodeScheme: scheme({ flow: "string!", scopes: "{string}", authorizationUrl: "url!", tokenUrl: "url!" }),
    SecurityRequirement: { title: "the security requirement", closed: true, members: {}, named: { pattern: /^/, value: "[string]!!", expected: "" } },
  };
}

function scheme(members: Record<string, string>): ObjectTypes[string] {
  return { title: "the security scheme", members: { type: "string!", description: "string", ...members } };
}

function oauthType(flow: unknown): string {
  return lookUp({ implicit: "ImplicitScheme", password: "TokenScheme", application: "TokenScheme", accessCode: "CodeScheme" }, flow) ?? "OAuthScheme";
}
