import { createDocument } from "zod-openapi";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import type { Endpoint } from "./endpoint.ts";
import { endpoints } from "./endpoints.ts";

type Document = ReturnType<typeof createDocument>;
let made: Document | undefined;

/** Intermesh's own OpenAPI 3.1 document, made from the schemas that check the requests. */
export function openapiDocument(): Document {
  made ??= createDocument({
    openapi: "3.1.0",
    info: {
      title: "Intermesh",
      version: "1",
      description: "Publish, find and read interfaces, and ask who uses them.\n\nThe REST interface of this catalog. Errors are problem details (RFC 9457); lists page by cursor; publishing is idempotent; every answer carries `X-Request-Id`.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      // In a catalog its own tool is no subject: what companies publish comes first.
      "x-secondary": true,
    },
    servers: [{ url: "/api/v1" }],
    tags: [...new Set(endpoints.map((endpoint) => endpoint.tag))].map((name) => ({ name })),
    security: [{}, { token: [] }],
    components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: "intermesh.session_token", description: "The session of somebody who is signed in." }, token: { type: "http", scheme: "bearer", description: "A token made under Settings → Tokens." } } },
    paths: paths(endpoints),
  });
  return made;
}

function paths(all: readonly Endpoint[]): ZodOpenApiPathsObject {
  const byPath: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const endpoint of all) (byPath[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operation(endpoint);
  return byPath;
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { operationId, tag, summary, description, params, query, body, upload, method } = endpoint;
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    ...(endpoint.session ? { security: [{ session: [] }, { token: ["admin"] }] } : method === "GET" ? {} : { security: [{ token: [] }] }),
    requestParams: { ...(params ? { path: params } : {}), ...(query ? { query } : {}) },
    ...(upload ? { requestBody: uploadBody } : body ? { requestBody: { required: true, content: { "application/json": { schema: body } } } } : {}),
    responses: Object.fromEntries(
      Object.entries(endpoint.responses).map(([status, { description: text, schema, mediaType }]) => [
        status,
        { description: text, ...(schema ? { content: { [mediaType ?? "application/json"]: { schema } } } : mediaType ? { content: { [mediaType]: {} } } : {}) },
      ]),
    ) as ZodOpenApiOperationObject["responses"],
  };
}

const uploadBody = {
  required: true,
  content: {
    "application/yaml": { schema: { type: "string" as const } },
    "application/json": { schema: {} },
    "application/zip": { schema: { type: "string" as const, format: "binary" } },
    "multipart/form-data": { schema: { type: "object" as const, properties: { files: { type: "array" as const, items: { type: "string" as const, format: "binary" } } } } },
  },
};
