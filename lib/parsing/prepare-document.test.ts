import { expect, test } from "vitest";
import { parseInProcess } from "./parse-in-process.ts";
import { prepareDocument } from "./prepare-document.ts";

test("leaves no text that the database refuses, not even in what is said of a document", async () => {
  const odd = "a\\u0000b\\ud800";
  const text = `{"asyncapi":"2.6.0","info":{"title":"${odd}","version":"1"},"channels":{"${odd}":{"${odd}":1,"subscribe":{"message":{"name":"${odd}"}}}}}`;
  const prepared = prepareDocument(await parseInProcess([{ path: "api.json", bytes: new TextEncoder().encode(text) }]));
  expect(prepared.spec?.title).toBe("a\uFFFDb\uFFFD");
  expect(prepared.diagnostics.length).toBeGreaterThan(0);
  expect(prepared.participations).toMatchObject([{ address: "a\uFFFDb\uFFFD", message: "a\uFFFDb\uFFFD" }]);
  expect(JSON.stringify(prepared)).not.toMatch(/\\u(0000|d8)/);
});
