import { describe, expect, it } from "vitest";
import type { SecurityScheme } from "../normalized-spec.ts";
import { securityWords } from "./security-words.ts";

const schemes: SecurityScheme[] = [
  { name: "token", type: "oauth2", description: null, definition: {} },
  { name: "key", type: "apiKey", description: null, definition: { in: "header", name: "X-Api-Key" } },
  { name: "jwt", type: "http", description: null, definition: { scheme: "bearer", bearerFormat: "JWT" } },
];

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
