import { lookUp } from "../../../values.ts";
import type { Generation } from "../version.ts";
import type { ObjectTypes } from "./object-type.ts";
import { schemaTypes } from "./types-schema.ts";

const NAME = { pattern: /^[a-zA-Z0-9._-]+$/, expected: "letters, digits, `.`, `-` and `_`" };
const MEDIA_TYPE_HELP = { content: "Add a media type, for example `application/json`." };
const BODY = "In OpenAPI 3 it is the operation's `requestBody`.";
const IN_SCHEMA = "In OpenAPI 3 it belongs into `schema`.";
const SCHEMA_WORDS = Object.fromEntries(["type", "format", "items", "default", "enum", "minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems"].map((name) => [name, IN_SCHEMA]));

/** Objects of OpenAPI 3.0, 3.1 and 3.2, as their published JSON Schemas describe them. */
export function types3(generation: Exclude<Generation, "2.0">): ObjectTypes {
  const from31 = generation !== "3.0";
  const from32 = generation === "3.2";
  const only = (condition: boolean, members: Record<string, string>) => (condition ? members : {});
  const component = (value: string) => `Named${value}`;
  const components = {
    schemas: "Schema", responses: "Response", parameters: "Parameter", examples: "Example", requestBodies: "RequestBody", headers: "Header",
    securitySchemes: "SecurityScheme", links: "Link", callbacks: "Callback", ...only(from31, { pathItems: "PathItem" }), ...only(from32, { mediaTypes: "MediaType" }),
  };
  const named = Object.fromEntries(Object.values(components).map((value) => [component(value), { title: "the component", members: {}, named: { ...NAME, value }, closed: true as const }]));
  const examples = { example: "any", examples: "{Example}" };
  return {
    ...named,
    ...schemaTypes(generation),
    Root: {
      title: "the document",
      members: {
        openapi: "string!", info: "Info!", servers: "[Server]", paths: from31 ? "Paths" : "Paths!", components: "Components", security: "[SecurityRequirement]", tags: "[Tag]", externalDocs: "ExternalDocs",
        ...only(from31, { webhooks: "{PathItem}", jsonSchemaDialect: "uri" }), ...only(from32, { $self: "uri" }),
      },
      missing: { paths: "Add `paths: {}` if there are none." },
      help: {
        host: "In OpenAPI 3 it is part of `servers`.", basePath: "In OpenAPI 3 it is part of `servers`.", schemes: "In OpenAPI 3 they are part of `servers`.",
        definitions: "In OpenAPI 3 they are `components.schemas`.", securityDefinitions: "In OpenAPI 3 they are `components.securitySchemes`.", consumes: "In OpenAPI 3 media types stand under `requestBody.content`.",
        produces: "In OpenAPI 3 media types stand under the responses' `content`.", webhooks: "Webhooks came with OpenAPI 3.1.", parameters: "In OpenAPI 3 they are `components.parameters`.", responses: "In OpenAPI 3 they are `components.responses`.",
      },
    },
    Info: { title: "`info`", members: { title: "string!", ...only(from31, { summary: "string" }), description: "string", termsOfService: "uri", contact: "Contact", license: "License", version: "string!" }, help: { version: "Quote it if it looks like a number: `version: \"1.0\"`." } },
    Contact: { title: "the contact", members: { name: "string", url: "uri", email: "email" } },
    License: { title: "the licence", members: { name: "string!", url: "uri", ...only(from31, { identifier: "string" }) }, help: { identifier: "`identifier` came with OpenAPI 3.1; use `url`." } },
    Server: { title: "the server", members: { url: "string!", description: "string", variables: "{ServerVariable}", ...only(from32, { name: "string" }) } },
    ServerVariable: { title: "the server variable", members: { enum: from31 ? "[string]+" : "[string]", default: "string!", description: "string" }, missing: { default: "It is used where a caller says nothing else." } },
    Components: { title: "`components`", members: Object.fromEntries(Object.entries(components).map(([name, value]) => [name, component(value)])), help: { pathItems: "`pathItems` came with OpenAPI 3.1.", definitions: "In OpenAPI 3 they are `schemas`." } },
    Paths: { title: "`paths`", members: {}, named: { pattern: /^\//, value: "PathItem", expected: "a `/` first" } },
    PathItem: {
      title: "the path", reference: true,
      members: {
        $ref: "string", summary: "string", description: "string", servers: "[Server]", parameters: from31 ? "[Parameter]" : "[Parameter]!!",
        ...Object.fromEntries(["get", "put", "post", "delete", "options", "head", "patch", "trace", ...(from32 ? ["query"] : [])].map((method) => [method, "Operation"])), ...only(from32, { additionalOperations: "{Operation}" }),
      },
      help: { query: "The `query` method came with OpenAPI 3.2.", additionalOperations: "`additionalOperations` came with OpenAPI 3.2." },
    },
    Operation: {
      title: "the operation",
      members: {
        tags: "[string]", summary: "string", description: "string", externalDocs: "ExternalDocs", operationId: "string", parameters: from31 ? "[Parameter]" : "[Parameter]!!", requestBody: "RequestBody",
        responses: from31 ? "Responses" : "Responses!", callbacks: "{Callback}", deprecated: "boolean", security: "[SecurityRequirement]", servers: "[Server]",
      },
      missing: { responses: "Add at least one response, for example `\"200\": {description: OK}`." },
      help: { consumes: "In OpenAPI 3 media types stand under `requestBody.content`.", produces: "In OpenAPI 3 media types stand under the responses' `content`.", schemes: "In OpenAPI 3 they are part of `servers`." },
    },
    ExternalDocs: { title: "`externalDocs`", members: { description: "string", url: "uri!" } },
    Parameter: {
      title: "the parameter", reference: true,
      members: {
        name: "string!", in: from32 ? "=query,querystring,header,path,cookie!" : "=query,header,path,cookie!", description: "string", required: "boolean", deprecated: "boolean", allowEmptyValue: "boolean",
        style: "string", explode: "boolean", allowReserved: "boolean", schema: "Schema", content: "{MediaType}", ...examples,
      },
      help: { "in=body": BODY, "in=formData": BODY, collectionFormat: "In OpenAPI 3 it is `style` and `explode`.", ...SCHEMA_WORDS },
    },
    RequestBody: { title: "`requestBody`", reference: true, members: { description: "string", content: "{MediaType}!", required: "boolean" }, missing: MEDIA_TYPE_HELP, help: { schema: "It belongs under a media type: `content: {application/json: {schema: …}}`." } },
    MediaType: {
      title: "the media type", ...(from32 ? { reference: true as const } : {}),
      members: { schema: "Schema", ...examples, encoding: "{Encoding}", ...only(from32, { itemSchema: "Schema", prefixEncoding: "[Encoding]", itemEncoding: "Encoding", description: "string" }) },
      help: { ...SCHEMA_WORDS, properties: "It belongs into `schema`.", $ref: "Write `schema: {$ref: …}`.", itemSchema: "`itemSchema` came with OpenAPI 3.2." },
    },
    Encoding: {
      title: "the encoding", ...(from31 ? {} : { closed: true as const }),
      members: { contentType: "string", headers: "{Header}", style: "=form,spaceDelimited,pipeDelimited,deepObject", explode: "boolean", allowReserved: "boolean", ...only(from32, { encoding: "{Encoding}", prefixEncoding: "[Encoding]", itemEncoding: "Encoding" }) },
    },
    Responses: { title: "`responses`", members: { default: "Response" }, named: { pattern: /^[1-5](\d\d|XX)$/, value: "Response", expected: "a status code such as `200`, a range such as `2XX`, or `default`" } },
    Response: {
      title: "the response", reference: true,
      members: { description: from32 ? "string" : "string!", headers: "{Header}", content: "{MediaType}", links: "{Link}", ...only(from32, { summary: "string" }) },
      missing: { description: "Say in a few words what it means." },
      help: { schema: "In OpenAPI 3 it belongs under a media type: `content: {application/json: {schema: …}}`.", examples: "In OpenAPI 3 they belong under a media type in `content`." },
    },
    Callback: { title: "the callback", reference: true, members: {}, named: { pattern: /^(?!x-)/, value: "PathItem", expected: "a runtime expression" } },
    Example: { title: "the example", reference: true, members: { summary: "string", description: "string", value: "any", externalValue: "uri", ...only(from32, { dataValue: "any", serializedValue: "string" }) }, help: Object.fromEntries([["*", "The example itself belongs under `value`."]]) },
    Link: { title: "the link", reference: true, members: { operationRef: "uri", operationId: "string", parameters: from31 ? "{any}" : "{any}", requestBody: "any", description: "string", server: "Server" } },
    Header: {
      title: "the header", reference: true,
      members: { description: "string", required: "boolean", deprecated: "boolean", style: "=simple", explode: "boolean", schema: "Schema", content: "{MediaType}", ...examples, ...only(!from31, { allowEmptyValue: "boolean", allowReserved: "boolean" }) },
      help: { name: "A header is named by its member in `headers`.", in: "It is a header by its place in `headers`.", ...SCHEMA_WORDS },
    },
    Tag: { title: "the tag", members: { name: "string!", description: "string", externalDocs: "ExternalDocs", ...only(from32, { summary: "string", parent: "string", kind: "string" }) } },
    SecurityScheme: {
      title: "the security scheme", reference: true, members: { type: `=apiKey,http,oauth2,openIdConnect${from31 ? ",mutualTLS" : ""}!` },
      variant: (value) => lookUp({ apiKey: "ApiKey", http: "Http", oauth2: "OAuth2", openIdConnect: "OpenIdConnect", ...(from31 ? { mutualTLS: "MutualTls" } : {}) }, value["type"]) ?? null,
      help: { "type=basic": "Swagger 2's `basic` is `type: http` with `scheme: basic`.", "type=bearer": "Write `type: http` with `scheme: bearer`." },
    },
    ApiKey: scheme({ name: "string!", in: "=query,header,cookie!" }, from32),
    Http: { ...scheme({ scheme: "string!", bearerFormat: "string" }, from32), missing: { scheme: "For example `bearer` or `basic`." } },
    MutualTls: scheme({}, from32),
    OAuth2: { ...scheme({ flows: "OAuthFlows!", ...only(from32, { oauth2MetadataUrl: "uri" }) }, from32), help: { flow: "In OpenAPI 3 it is `flows`.", authorizationUrl: "In OpenAPI 3 it belongs into `flows`.", tokenUrl: "In OpenAPI 3 it belongs into `flows`.", scopes: "In OpenAPI 3 they belong into `flows`." } },
    OpenIdConnect: scheme({ openIdConnectUrl: "uri!" }, from32),
    OAuthFlows: { title: "`flows`", members: { implicit: "ImplicitFlow", password: "TokenFlow", clientCredentials: "TokenFlow", authorizationCode: "CodeFlow", ...only(from32, { deviceAuthorization: "DeviceFlow" }) }, help: { accessCode: "In OpenAPI 3 it is `authorizationCode`.", application: "In OpenAPI 3 it is `clientCredentials`." } },
    ImplicitFlow: flow({ authorizationUrl: "uri!" }),
    TokenFlow: flow({ tokenUrl: "uri!" }),
    CodeFlow: flow({ authorizationUrl: "uri!", tokenUrl: "uri!" }),
    DeviceFlow: flow({ deviceAuthorizationUrl: "uri!", tokenUrl: "uri!" }),
    SecurityRequirement: { title: "the security requirement", closed: true, members: {}, named: { pattern: /^/, value: "[string]", expected: "" } },
  };
}

function scheme(members: Record<string, string>, from32: boolean): ObjectTypes[string] {
  return { title: "the security scheme", members: { type: "string!", description: "string", ...members, ...(from32 ? { deprecated: "boolean" } : {}) } };
}

function flow(members: Record<string, string>): ObjectTypes[string] {
  return { title: "the flow", members: { ...members, refreshUrl: "uri", scopes: "{string}!" }, missing: { scopes: "Write `scopes: {}` if there are none." } };
}
