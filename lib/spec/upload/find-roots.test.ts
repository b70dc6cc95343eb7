import { expect, test } from "vitest";
import { detectRoot } from "./detect-root.ts";
import { findRootsOf } from "./find-roots.ts";

const files = (texts: Record<string, string>) =>
  Object.entries(texts).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));

test("knows a root by its member at the top level, in every spelling", () => {
  expect(detectRoot("openapi: 3.1.0\ninfo: {}")).toEqual({ format: "openapi", specVersion: "3.1.0" });
  expect(detectRoot('# comment\r\n---\r\n"asyncapi" : \'2.6.0\'\r\n')).toEqual({ format: "asyncapi", specVersion: "2.6.0" });
  expect(detectRoot("info:\n  title: x\nswagger: '2.0'")).toEqual({ format: "openapi", specVersion: "2.0" });
  expect(detectRoot('\uFEFF{"info":{"title":"a } b \\" {"},"paths":{},"openapi":"3.0.3"}')).toEqual({ format: "openapi", specVersion: "3.0.3" });
  expect(detectRoot('{"swagger":"2.0",}')).toEqual({ format: "openapi", specVersion: "2.0" });
  expect(detectRoot("{openapi: 3.0.0, info: {}}")).toEqual({ format: "openapi", specVersion: "3.0.0" });
  expect(detectRoot("  openapi: 3.0.0\n  info: {}")).toEqual({ format: "openapi", specVersion: "3.0.0" });
});

test("does not take a member further in for one of the root", () => {
  expect(detectRoot("example:\n  openapi: 3.0.0")).toBeNull();
  expect(detectRoot('{"example":{"openapi":"3.0.0"}}')).toBeNull();
  expect(detectRoot('{"text":"\\", openapi: 3.0.0"}')).toBeNull();
  expect(detectRoot("openapi: a text about it")).toBeNull();
});

test("gives each root the files it needs, over several steps, and leaves parts to their root", async () => {
  const roots = await findRootsOf(
    files({
      "orders.yaml": "openapi: 3.1.0\npaths:\n  /orders:\n    $ref: 'paths/orders.yaml#/x'\n",
      "paths/orders.yaml": '{"x": {"$ref": "../schemas/a%20b.json"}}',
      "schemas/a b.json": '{"$ref": "../orders.yaml#/components", "other": {"$ref": "https://example.com/x.yaml"}}',
      "events.yaml": "asyncapi: 3.0.0\nchannels:\n  a:\n    $ref: orders.yaml#/components/x\n",
      "readme.md": "openapi: 3.0.0",
      "lonely.yaml": "a: 1",
      "pets.yaml": "openapi: 3.0.0\nx:\n  mapping:\n    dog: ./dog.yaml\n    cat: missing.yaml\n",
      "dog.yaml": "type: object",
    }),
  );
  expect(roots).toEqual([
    { path: "orders.yaml", format: "openapi", specVersion: "3.1.0", files: ["orders.yaml", "paths/orders.yaml", "schemas/a b.json"] },
    { path: "events.yaml", format: "asyncapi", specVersion: "3.0.0", files: ["events.yaml", "orders.yaml", "paths/orders.yaml", "schemas/a b.json"] },
    { path: "pets.yaml", format: "openapi", specVersion: "3.0.0", files: ["pets.yaml", "dog.yaml"] },
  ]);
});
