import { describe, expect, it } from "vitest";
import { defaultLimits } from "../limits.ts";
import { loadDocument } from "./loaded-document.ts";

const load = (text: string | Uint8Array, others: Record<string, string> = {}) =>
  loadDocument(
    [{ path: "root.yaml", bytes: typeof text === "string" ? Buffer.from(text) : text }, ...Object.entries(others).map(([path, body]) => ({ path, bytes: Buffer.from(body) }))],
    "root.yaml", { ...defaultLimits, depthMax: 50, aliasNodesMax: 1000 },
  );
const problems = (text: string | Uint8Array) => {
  const doc = load(text);
  doc.tree();
  return doc.diagnostics().diagnostics.map(({ severity, code, line, column }) => `${severity} ${code} ${line}:${column}`);
};

describe("reading text", () => {
  it("reads a byte-order mark, UTF-16 and CR LF as if they were not there", () => {
    for (const bytes of [Buffer.from("\ufeff{\"a\": \"é\"}"), Buffer.from("\ufeff{\"a\": \"é\"}", "utf16le"), Buffer.from("a: é", "utf16le"), Buffer.from("a: é\r\n")]) {
      expect(load(bytes).tree()).toEqual({ a: "é" });
      expect(problems(bytes)).toEqual([]);
    }
  });
  it("reads what is not UTF-8 as Windows-1252, with a warning", () => {
    const bytes = Uint8Array.from([0x61, 0x3a, 0x20, 0xe9, 0x80]);
    expect(load(bytes).tree()).toEqual({ a: "é€" });
    expect(problems(bytes)).toEqual(["warning encoding 1:1"]);
  });
  it("reads comments and trailing commas in JSON, with a warning at the first", () => {
    const text = '{\n  // note\n  "a": [1, 2,], /* x */\n}';
    expect(load(text).tree()).toEqual({ a: [1, 2] });
    expect(problems(text)).toEqual(["warning not-strict-json 2:3"]);
    expect(load(text).locate("root.yaml", "/a/1")).toEqual({ line: 3, column: 12 });
  });
  it("lets the last of duplicate members win and says so at each, in JSON and YAML", () => {
    expect(load('{"a": 1,\n "a": 2}').tree()).toEqual({ a: 2 });
    expect(problems('{"a": 1,\n "a": 2}')).toEqual(["warning duplicate-key 2:2"]);
    expect(load("x:\n  a: 1\n  a: 2\n").tree()).toEqual({ x: { a: 2 } });
    expect(problems("x:\n  a: 1\n  a: 2\n")).toEqual(["warning duplicate-key 3:3"]);
  });
  it("reads numeric-looking names as text and YAML 1.2 words as themselves", () => {
    expect(load("200: ok\nyes: no\nat: 2020-01-01\n").tree()).toEqual({ "200": "ok", yes: "no", at: "2020-01-01" });
  });
  it("reads anchors, merge keys and unknown tags", () => {
    expect(load("base: &b {x: 1, y: 2}\nc:\n  <<: *b\n  y: !Own 3\nd: *b\n").tree()).toEqual({ base: { x: 1, y: 2 }, c: { x: 1, y: "3" }, d: { x: 1, y: 2 } });
  });
  it("names what cannot be read and where", () => {
    expect(problems("a:\n\tb: 1\n")).toEqual(["error syntax 2:1"]);
    expect(problems("a: 1\n---\nb: 2\n")).toEqual(["error yaml-documents 2:1"]);
    expect(problems("a: &x [*x]\n")).toEqual(["error yaml-alias-cycle 1:1"]);
    expect(problems("[".repeat(60))).toEqual(["error limit-depth 1:51"]);
    expect(problems(`{"a":${"[".repeat(60)}${"]".repeat(60)}}`)).toEqual(["error limit-depth 1:55"]);
    const bomb = ["a0: &a0 [1,1,1,1,1,1,1,1,1,1]", ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `a${n}: &a${n} [${Array(10).fill(`*a${n - 1}`).join(",")}]`)].join("\n");
    expect(problems(bomb)).toEqual(["error limit-aliases 1:1"]);
  });
  it("drops members called __proto__, however they are spelled", () => {
    for (const text of ['{"__proto__": {"x": 1}, "a": 1}', '{"\\u005f_proto__": {"x": 1}, "a": 1}', "__proto__: {x: 1}\na: 1\n"]) {
      expect(Object.getOwnPropertyNames(load(text).tree())).toEqual(["a"]);
      expect(problems(text)).toEqual(["warning prototype-member 1:" + (text.startsWith("{") && !text.includes("u005f") ? 3 : 1)]);
    }
  });
});

describe("locating", () => {
  it("finds members at their names and items at their beginning, through aliases and merge keys", () => {
    const doc = load('a:\n  "b c": &x\n    - one\n    - {d: 1}\ne: *x\nf:\n  <<: {g: 2}\n');
    expect(["/a", "/a/b c/1", "/a/b c/1/d", "/e/0", "/f/g", "/nowhere/at/all", ""].map((pointer) => Object.values(doc.locate("root.yaml", pointer)).join(":"))).toEqual(["1:1", "4:7", "4:8", "3:7", "7:8", "1:1", "1:1"]);
  });
  it("gives an empty item the place of what stands before it", () => {
    const doc = load("a:\n  -\n  - b\n  -\n");
    expect(["/a/0", "/a/1", "/a/2"].map((pointer) => doc.locate("root.yaml", pointer).line)).toEqual([2, 3, 3]);
  });
  it("finds names with slashes and escapes in JSON", () => {
    const doc = load('{"paths": {\n"/a~b": {"g\\u0065t": [0,\n  {"x": 1}]}}}');
    expect(doc.locate("root.yaml", "/paths/~1a~0b")).toEqual({ line: 2, column: 1 });
    expect(doc.locate("root.yaml", "/paths/~1a~0b/get/1/x")).toEqual({ line: 3, column: 4 });
  });
});

describe("references", () => {
  const doc = load("a: {$ref: '#/b'}\nb: {$ref: '#/a'}\nc: {$ref: 'dir/x.json#/d~1e'}\nf: {$ref: '#/c/inner'}\ng: {$ref: '#/h/x'}\nh: {$ref: '#/g/x'}\n", { "dir/x.json": '{"d/e": {"inner": 5, "up": {"$ref": "../root.yaml#/c"}}, "$defs": {"t": {"$anchor": "T"}}}' });
  it("gives places in other files a canonical id, and follows chains over files", () => {
    expect(doc.resolve("dir/x.json#/d~1e")).toMatchObject({ ok: true, file: "dir/x.json", pointer: "/d~1e", id: "dir/x.json#/d~1e" });
    expect(doc.resolve("../root.yaml#/c", "dir/x.json")).toMatchObject({ ok: true, id: "#/c" });
    expect(doc.follow({ file: "dir/x.json", pointer: "", value: { $ref: "../root.yaml#/c" } })).toMatchObject({ file: "dir/x.json", pointer: "/d~1e" });
    expect(doc.resolve("dir/x.json#T")).toMatchObject({ ok: true, id: "dir/x.json#/$defs/t" });
  });
  it("leads a pointer through a reference", () => {
    expect(doc.resolve("#/c/inner")).toMatchObject({ ok: true, id: "dir/x.json#/d~1e/inner", value: 5 });
  });
  it("ends chains that lead back to themselves", () => {
    expect(doc.follow({ file: "root.yaml", pointer: "/a", value: { $ref: "#/b" } })).toBeNull();
    expect(doc.resolve("#/g/x")).toMatchObject({ ok: false });
  });
  it("never leaves the upload", () => {
    const problem = (ref: string) => { const r = doc.resolve(ref); return r.ok ? "ok" : r.problem; };
    expect(["https://example.com/a.json#/x", "//example.com/a", "file:///etc/passwd", "../secret.yaml", "/etc/passwd", "dir/../../x", "none.yaml", "#/nope", "#nope"].map(problem)).toEqual(["external", "external", "external", "outside", "outside", "outside", "missing-file", "missing-target", "missing-target"]);
  });
});
