import { zipFixture } from "../../lib/spec/upload/zip-fixture.ts";

export type Hostile = { name: string; contentType: string; body: Uint8Array };

const head = { openapi: "3.0.3", info: { title: "Hostile", version: "1" }, paths: {} };
const events = { asyncapi: "2.6.0", info: { title: "Hostile", version: "1" }, channels: {} };
const json = (name: string, document: unknown): Hostile => ({ name, contentType: "application/json", body: Buffer.from(typeof document === "string" ? document : JSON.stringify(document)) });
const yaml = (name: string, text: string): Hostile => ({ name, contentType: "application/yaml", body: Buffer.from(text) });
const zip = (name: string, ...entries: Parameters<typeof zipFixture>[0]): Hostile => ({ name, contentType: "application/zip", body: zipFixture(entries) });
const root = { name: "openapi.json", content: JSON.stringify(head) };

/** Uploads made to harm. `forbidden` is an address that nobody may be made to ask. */
export function hostileSet(forbidden: string): Hostile[] {
  const ref = (target: string) => ({ $ref: target });
  const chain = (count: number, of: (i: number) => unknown) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${i}`, of(i)]));
  const twice = (i: number, count: number) => ({ type: "object", properties: { a: ref(`#/components/schemas/s${(i + 1) % count}`), b: ref(`#/components/schemas/s${(i + 1) % count}`) } });
  const documents: [string, object][] = [
    ["references that double sixty times", { components: { schemas: chain(60, (i) => (i === 59 ? { type: "string" } : twice(i, 60))) } }],
    ["references in a ring that doubles", { components: { schemas: chain(60, (i) => twice(i, 60)) } }],
    ["a ring of references only", { components: { schemas: chain(3, (i) => ref(`#/components/schemas/s${(i + 1) % 3}`)) } }],
    ["a chain of 50,000 references", { components: { schemas: chain(50_000, (i) => ref(`#/components/schemas/s${i + 1}`)) } }],
    ["references without end", { components: { schemas: { s0: { properties: { x: ref("#/components/schemas/s0/properties/x/properties/x") } } } } }],
    ["references to other machines and files", { components: { schemas: { a: ref(`${forbidden}/a.json`), b: ref("file:///etc/passwd"), c: ref("../../../etc/passwd"), d: ref("//169.254.169.254/latest"), e: ref("/etc/passwd") } } }],
    ["50,000 schemas", { components: { schemas: chain(50_000, () => ({ type: "object", properties: { a: { type: "string" } } })) } }],
    ["one object of 200,000 members", { components: { schemas: { s0: { type: "object", properties: chain(200_000, () => ({ type: "string" })) } } } }],
    ["a pattern that never ends", { components: { schemas: { s0: { type: "string", pattern: "^(a+)+$", example: `${"a".repeat(60)}!`, examples: [`${"a".repeat(60)}!`], default: `${"a".repeat(60)}!` } } } }],
    ["a description of ten megabytes", { info: { title: "Hostile", version: "1", description: "x ".repeat(5_000_000) } }],
    ["names of the prototype", JSON.parse('{"components":{"schemas":{"__proto__":{"polluted":true},"constructor":{"prototype":{"x":1}}}},"__proto__":{"isAdmin":true}}') as object],
  ];
  return [
    ...documents.flatMap(([name, extra]) => [json(`${name} (OpenAPI)`, { ...head, ...extra }), json(`${name} (AsyncAPI)`, { ...events, ...extra })]),
    json("20,000 paths", { ...head, paths: Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`/p${i}/{id}`, { get: { responses: { 200: { description: "x" } } } }])) }),
    json("20,000 channels", { ...events, channels: Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`c${i}`, { subscribe: { message: { payload: { type: "string" } } } }])) }),
    json("messages that choose themselves", { ...events, components: { messages: { a: { oneOf: [ref("#/components/messages/a"), ref("#/components/messages/b")] }, b: { oneOf: [ref("#/components/messages/a")] } } } }),
    json("100,000 nested lists", `{"openapi":"3.0.3","x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`),
    json("nested lists left open", `{"openapi":"3.0.3","x":${"[".repeat(1_000_000)}`),
    json("ten megabytes of quotes", `{"openapi":"3.0.3","x":"${'\\"'.repeat(5_000_000)}"}`),
    json("a million equal names", `{"openapi":"3.0.3","info":{"title":"x","version":"1"},"paths":{},"x-a":{${Array.from({ length: 200_000 }, () => '"a":1').join(",")}}}`),
    json("70 MB", Buffer.alloc(70 * 1024 * 1024, " ").toString("latin1")),
    yaml("nested YAML", `openapi: 3.0.3\nx: ${"[".repeat(100_000)}`),
    yaml("nested YAML, indented", `openapi: 3.0.3\n${Array.from({ length: 3_000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")}`),
    yaml("an alias bomb", aliasBomb("openapi: 3.0.3")),
    yaml("an alias bomb of merge keys", `openapi: 3.0.3\na0: &a0 {k: v}\n${Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1}\n  <<: [*a${i}, *a${i}]\n  k${i}: *a${i}`).join("\n")}`),
    yaml("an alias of itself", "asyncapi: 2.6.0\nx: &x [*x]\n"),
    yaml("YAML tags of code", "openapi: 3.0.3\nx: !!js/function 'function(){process.exit()}'\ny: !!python/object/apply:os.system ['id']\n"),
    yaml("100,000 documents in one", "---\na: 1\n".repeat(100_000)),
    zip("a zip bomb", { name: "openapi.json", content: Buffer.alloc(100 * 1024 * 1024, " ") }),
    zip("a zip bomb that lies of its size", { name: "openapi.json", content: Buffer.alloc(80 * 1024 * 1024, " "), claimedSize: 10 }),
    zip("a zip of 20,000 files", ...Array.from({ length: 20_000 }, (_, i) => ({ name: `f${i}.json`, content: "{}" }))),
    zip("a zip of 3,000 documents", ...Array.from({ length: 3_000 }, (_, i) => ({ name: `d${i}.json`, content: JSON.stringify({ ...head, info: { title: `d${i}`, version: "1" } }) }))),
    zip("a path out of the zip", root, { name: "../../etc/cron.d/x", content: "x" }),
    zip("an absolute path", root, { name: "/etc/passwd", content: "x" }),
    zip("backslashes", root, { name: "..\\..\\x", content: "x" }),
    zip("a link", root, { name: "link.json", content: "/etc/passwd", mode: 0o120777 }),
    zip("an encrypted file", root, { name: "secret.json", content: "{}", encrypted: true }),
    zip("one name twice", root, root),
    zip("names that differ in case", root, { name: "OpenAPI.json", content: "{}" }),
    zip("a zip in a zip", { name: "inner.zip", content: zipFixture([root]) }),
    { name: "half a zip", contentType: "application/zip", body: zipFixture([root]).subarray(0, 60) },
    { name: "nothing", contentType: "application/json", body: Buffer.from(" ") },
    { name: "multipart without an end", contentType: "multipart/form-data; boundary=x", body: Buffer.from('--x\r\ncontent-disposition: form-data; name="f"; filename="a"\r\n\r\nabc') },
  ];
}

function aliasBomb(first: string): string {
  const names = "abcdefghij".split("");
  const lines = names.map((name, i) => `${name}: &${name} [${Array.from({ length: 9 }, () => (i === 0 ? "x" : `*${names[i - 1]}`)).join(", ")}]`);
  return [first, ...lines].join("\n");
}
