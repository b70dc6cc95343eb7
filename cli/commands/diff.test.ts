import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const api = (type: string) => `openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths: {/a: {get: {responses: {"200": {description: OK, content: {application/json: {schema: {type: object, properties: {n: {type: ${type}}, m: {type: string}}}}}}}}}}\n`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "intermesh-diff-"));
  await writeFile(path.join(folder, "one.yaml"), api("string"));
  await writeFile(path.join(folder, "two.yaml"), api("integer"));
  await writeFile(path.join(folder, "three.yaml"), api("[string, integer]"));
  await writeFile(path.join(folder, "uses.yaml"), "service: shop\nconsumes: [{interface: t, uses: [{operation: GET /a, fields: [response.m]}]}]\n");
});

function run(...args: string[]): Promise<{ code: number; out: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [main, ...args], { cwd: folder }, (error, stdout) => done({ code: typeof error?.code === "number" ? error.code : 0, out: stdout }));
  });
}

it("prints verdict and changes as JSON, and ends with 1 for what breaks", async () => {
  const { code, out } = await run("diff", "--json", "one.yaml", "two.yaml");
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ verdict: "breaking", changes: [{ rule: "response-type-widened", level: "breaking", direction: "response", operation: "GET /a", message: "The type of `response.n` changed from string to integer." }] });
  expect((await run("diff", "one.yaml", "one.yaml")).code).toBe(0);
  expect((await run("diff", "--fail-on", "never", "one.yaml", "two.yaml")).code).toBe(0);
  expect((await run("diff", "one.yaml", "nowhere.yaml")).code).toBe(2);
}, 60_000);

it("counts, and writes every form that check writes", async () => {
  const { out } = await run("diff", "one.yaml", "two.yaml", "--report", "sarif=out.sarif", "--report", "junit=out.xml");
  expect(out).toMatch(/two\.yaml: T 1 → 1 is breaking\. 1 breaking change\.[\s\S]*two\.yaml:3\)[\s\S]*still 1\. It should be 2/);
  expect(JSON.parse(await readFile(path.join(folder, "out.sarif"), "utf8"))).toMatchObject({ runs: [{ results: [{ ruleId: "response-type-widened", level: "error" }] }] });
  expect(await readFile(path.join(folder, "out.xml"), "utf8")).toContain(`failures="1"`);
  expect((await run("diff", "one.yaml", "two.yaml", "--format", "markdown", "--fail-on", "never")).out).toContain("**Breaking.** 1 breaking change.");
}, 60_000);

it("says what a change means for one consumer", async () => {
  const { code, out } = await run("impact", "--json", "one.yaml", "two.yaml", "--uses", "uses.yaml");
  expect({ code, ...(JSON.parse(out) as object) }).toEqual({ code: 0, verdict: "unaffected", changes: [] });
}, 60_000);
