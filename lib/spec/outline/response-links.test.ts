import { expect, test } from "vitest";
import { responseLinks } from "./response-links.ts";

const operations = [
  { key: "GET /users/{}", display: "GET /users/{id}", summary: "One user", operationIds: ["getUser"] },
  { key: "DELETE /users/{}", display: "DELETE /users/{id}", summary: null, operationIds: [] },
];

test("finds the operation that a link leads to, by its id and by its place in the document", () => {
  const links = {
    read: { operationId: "getUser", description: "Read it back", parameters: { "path.id": "$response.body#/user/id", trace: "$request.header.X-Trace" } },
    remove: { operationRef: "#/paths/~1users~1{id}/delete", requestBody: { reason: "undo" } },
  };
  expect(responseLinks(links, operations)).toEqual([
    { name: "read", description: "Read it back", operation: { key: "GET /users/{}", display: "GET /users/{id}", summary: "One user" }, target: null, values: [{ name: "id", in: "path", words: "user.id of the body of this response" }, { name: "trace", in: null, words: "header X-Trace of this request" }] },
    { name: "remove", description: null, operation: { key: "DELETE /users/{}", display: "DELETE /users/{id}", summary: null }, target: null, values: [{ name: "body", in: null, words: '{"reason":"undo"}' }] },
  ]);
});

test("names what is not of this document as it is written, and leaves out what is no link", () => {
  expect(responseLinks({ elsewhere: { operationRef: "https://api.example.com/openapi.json#/paths/~1a/get" }, odd: 7 }, operations)).toEqual([
    { name: "elsewhere", description: null, operation: null, target: "https://api.example.com/openapi.json#/paths/~1a/get", values: [] },
  ]);
});
