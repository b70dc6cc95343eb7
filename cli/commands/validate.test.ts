import { execFile } from "node:child_process";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const head = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "intermesh-validate-"));
  await mkdir(path.join(folder, "api"));
  const files = { "api/good.yaml": `${head}paths: {/a: {$ref: '../paths/a.yaml'}}\n`, "api/bad.yaml": `${head}paths: {/a: {get: {respones: {}}}}\n`, "api/dirty.json": `{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {},}`, "api/unreadable.yaml": "a: [\n" };
  await mkdir(path.join(folder, "paths"));
  await writeFile(path.join(folder, "paths/a.yaml"), "get: {responses: {200: {description: OK}}}\n");
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
}, 30_000);

function validate(...args: string[]): Promise<{ code: number; lines: string[] }> {
  return new Promise((done) => {
    execFile(process.execPath, [main, "validate", ...args], { cwd: folder }, (error, stdout) => done({ code: typeof error?.code === "number" ? error.code : 0, lines: stdout.trim().split("\n") }));
  });
}

it("prints one line of JSON for each file and ends with 1 when one of them breaks its specification", async () => {
  const { code, lines } = await validate("--json", "api/good.yaml", "api/bad.yaml", "api/unreadable.yaml");
  const [good, bad, unreadable] = lines.map((line) => JSON.parse(line) as { valid: boolean; diagnostics: object[] });
  expect(code).toBe(1);
  expect(good).toEqual({ file: "api/good.yaml", valid: true, format: "openapi", specVersion: "3.1.0", diagnostics: [] });
  expect(bad).toMatchObject({ valid: false, diagnostics: [{ severity: "error", code: "unknown-member", pointer: "/paths/~1a/get/respones", line: 3, column: 20, help: "Did you mean `responses`?" }] });
  expect(unreadable).toMatchObject({ valid: false, format: null, diagnostics: [{ severity: "error", code: "syntax" }] });
}, 30_000);

it("ends with 0 for warnings unless asked otherwise, and with 2 for a file that is not there", async () => {
  expect((await validate("api/dirty.json")).code).toBe(0);
  expect((await validate("--fail-on", "warning", "api/dirty.json")).code).toBe(1);
  expect(await validate("--json", "nowhere.yaml", "api/good.yaml")).toMatchObject({ code: 2, lines: { length: 2 } });
}, 30_000);

it("writes for people where in the file to look", async () => {
  const { lines } = await validate("api/bad.yaml");
  expect(lines).toEqual(["api/bad.yaml: not valid as OpenAPI 3.1.0", "  api/bad.yaml:3:20 error `respones` is not a member of the operation. Did you mean `responses`? (unknown-member)"]);
}, 30_000);
