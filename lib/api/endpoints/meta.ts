import { endpoint } from "../endpoint.ts";

export const metaEndpoints = [
  endpoint({
    method: "GET",
    path: "/openapi.json",
    operationId: "getOpenapi",
    tag: "Meta",
    summary: "This document",
    open: true,
    responses: { 200: { description: "The OpenAPI document of this REST interface." } },
    handle: async () => {
      // Imported when asked for: the document is made of the list that this endpoint stands in.
      const { openapiDocument } = await import("../openapi-document.ts");
      return { status: 200, body: openapiDocument(), headers: { "cache-control": "public, max-age=300" } };
    },
  }),
];
