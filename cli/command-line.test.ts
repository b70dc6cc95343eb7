import { spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect } from "#db/client.ts";
import { ensureAdminToken } from "#lib/auth/tokens/ensure-admin-token.ts";
import { createTestDatabase } from "#scripts/testing/test-database.ts";
import { runGit } from "./git/run-git.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
let server: Server;
let url: string;
let token: string;
let stop: () => Promise<void>;

// The REST interface itself, on a plain HTTP server: what Next.js would hand to it.
beforeAll(async () => {
  const database = await createTestDatabase();
  const home = await mkdtemp(path.join(tmpdir(), "intermesh-home-"));
  Object.assign(process.env, { DATABASE_URL: database.url, INTERMESH_SECRET: "0123456789abcdef0123456789abcdef", INTERMESH_HOME: home, MEILI_URL: "" });
  const { db, close } = connect(database.url, { connectionsMax: 2 });
  await ensureAdminToken(db, path.join(home, "token"));
  await close();
  token = (await readFile(path.join(home, "token"), "utf8")).trim();
  const { dispatch } = await import("#lib/api/dispatch.ts");
  server = createServer((incoming, outgoing) => {
    const body = incoming.method === "GET" ? null : (Readable.toWeb(incoming) as ReadableStream);
    const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]));
    void dispatch(new Request(`http://localhost${incoming.url}`, { method: incoming.method ?? "GET", headers, body, ...(body ? { duplex: "half" } : {}) })).then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = async () => {
    server.close();
    server.closeAllConnections();
    const { closeSender } = await import("#lib/jobs/enqueue.ts");
    await closeSender();
    await database.drop();
  };
});
afterAll(() => stop());

async function intermesh(args: string[], options: { cwd: string; env?: Record<string, string> }): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "pipe"], cwd: options.cwd, env: { ...process.env, INTERMESH_HOME: "", INTERMESH_URL: url, INTERMESH_TOKEN: token, ...options.env } });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, out, err };
}

const openapi = (title: string, operation = "get") => `openapi: 3.1.0\ninfo:\n  title: ${title}\n  version: "1"\npaths:\n  /things:\n    ${operation}:\n      responses:\n        "200":\n          description: Fine\n`;

async function folderOf(files: Record<string, string>): Promise<string> {
  const base = await mkdtemp(path.join(tmpdir(), "intermesh-cli-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(base, name)), { recursive: true });
    await writeFile(path.join(base, name), text);
  }
  return base;
}

const reportIn = async (cwd: string) =>
  (await readFile(path.join(cwd, "intermesh-import.jsonl"), "utf8")).trim().split("\n").map((line) => JSON.parse(line) as { path: string; status: string; reason?: string; interface?: string }).sort((a, b) => (a.path < b.path ? -1 : 1));

it("imports a folder, names what is bad with its place, and publishes nothing new when run again", async () => {
  const files = { "specs/a/api.yaml": openapi("Account Service"), "specs/b/api.yaml": openapi("Account Service"), "specs/bad.yaml": "openapi: 3.1.0\ninfo: [\npaths: {}\n", "specs/package.json": "{}" };
  const cwd = await folderOf(files);
  const first = await intermesh(["import", "specs", "--json"], { cwd });
  expect(JSON.parse(first.out)).toMatchObject({ documents: 3, published: 2, unchanged: 0, rejected: 1, failed: 0, skipped: 1 });
  expect(first.code).toBe(1);
  const report = await reportIn(cwd);
  expect(report.map(({ path, status }) => `${path} ${status}`)).toEqual(["a/api.yaml published", "b/api.yaml published", "bad.yaml rejected", "package.json skipped"]);
  // Two services that are called alike stay two.
  expect(new Set(report.slice(0, 2).map((line) => line.interface)).size).toBe(2);
  expect(report[2]?.reason).toMatch(/^bad\.yaml:\d+:\d+: /);

  const second = await intermesh(["import", "specs", "--json"], { cwd });
  expect(JSON.parse(second.out)).toMatchObject({ published: 0, unchanged: 2, rejected: 1 });
}, 60_000);

it("imports versions of one interface where a map says so, and again without change", async () => {
  const cwd = await folderOf({ "specs/1.yaml": openapi("Orders"), "specs/2.yaml": openapi("Orders", "post"), "map.yaml": "interfaces:\n  - interface: mapped-orders\n    versions: [1.yaml, 2.yaml]\n" });
  for (const expected of [{ published: 2, unchanged: 0 }, { published: 0, unchanged: 2 }]) {
    const { out, code, err } = await intermesh(["import", "specs", "--map", "map.yaml", "--json"], { cwd });
    expect({ code, err: code === 0 ? "" : err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject(expected);
  }
}, 60_000);

it("knows a document by its repository, whether published from a checkout or imported from the address", async () => {
  const cwd = await folderOf({ "api/root.yaml": openapi("Fleet").replace("    get:", "    $ref: part.yaml\n  /more:\n    get:"), "api/part.yaml": 'get:\n  responses:\n    "200":\n      description: Fine\n' });
  await runGit(["init", "--quiet", "--initial-branch=main"], cwd);
  await runGit(["remote", "add", "origin", `file://${cwd}`], cwd);
  await runGit(["add", "."], cwd);
  await runGit(["-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "--quiet", "--message=first"], cwd);
  const published = await intermesh(["publish", "root.yaml", "--json"], { cwd: path.join(cwd, "api") });
  expect(JSON.parse(published.out)).toMatchObject({ file: "root.yaml", status: "published", interface: { slug: "fleet" } });
  const elsewhere = await folderOf({});
  const imported = await intermesh(["import", "--git", `file://${cwd}`, "--json"], { cwd: elsewhere });
  expect(JSON.parse(imported.out)).toMatchObject({ documents: 1, published: 0, unchanged: 1 });
}, 60_000);

it("publishes a document and says what to mend in one that cannot be", async () => {
  const cwd = await folderOf({ "api.yaml": openapi("Payments"), "bad.yaml": "openapi: 3.1.0\ninfo: [\n" });
  const good = await intermesh(["publish", "api.yaml"], { cwd });
  expect(good.out).toContain(`api.yaml: published as payments 1 (version 1)  ${url}/interfaces/payments`);
  expect(good.code).toBe(0);
  const bad = await intermesh(["publish", "bad.yaml"], { cwd });
  expect(bad.out).toMatch(/bad\.yaml: rejected, nothing was stored\n {2}bad\.yaml:\d+:\d+ error: /);
  expect(bad.code).toBe(1);
}, 60_000);

it("lists the candidates when it cannot tell which interface is meant", async () => {
  const cwd = await folderOf({ "1.yaml": openapi("Twins"), "2.yaml": openapi("Twins", "put") });
  await intermesh(["publish", "1.yaml"], { cwd });
  const { code, err } = await intermesh(["publish", "2.yaml"], { cwd });
  expect({ code, lists: err.includes("--interface twins  (Twins)") }).toEqual({ code: 2, lists: true });
  expect((await intermesh(["publish", "2.yaml", "--interface", "twins"], { cwd })).out).toContain("published as twins 1 (version 2)");
}, 60_000);

it("refuses without a token, or with one that does not hold, and says what to do", async () => {
  const cwd = await folderOf({ "api.yaml": openapi("Secret") });
  for (const INTERMESH_TOKEN of ["", "im_unknown"]) {
    const { code, err } = await intermesh(["publish", "api.yaml"], { cwd, env: { INTERMESH_TOKEN } });
    expect({ code, hint: err.includes("Give a token with --token or INTERMESH_TOKEN.") }).toEqual({ code: 2, hint: true });
  }
});

it("ends a check of what cannot be compared with 3, and says what to do; a new interface is no mistake", async () => {
  const cwd = await folderOf({ "api.yaml": openapi("Checked"), "bad.yaml": "openapi: 3.1.0\ninfo: [\npaths: {}\n", "uses.yaml": "service: shop\nconsumes: []\n" });
  const check = async (...args: string[]) => {
    const { code, out } = await intermesh(["check", ...args], { cwd });
    return { code, out };
  };
  expect(await check("api.yaml")).toMatchObject({ code: 0, out: expect.stringContaining("It would become a new interface, checked") as string });
  expect(await check("api.yaml", "--propose")).toMatchObject({ code: 0, out: expect.stringContaining("No proposal was made") as string });
  expect(await intermesh(["check", "api.yaml", "shop.intermesh.yaml"], { cwd })).toMatchObject({ code: 2, err: expect.stringContaining("`intermesh publish shop.intermesh.yaml` takes manifests") as string });
  expect((await intermesh(["publish", "api.yaml", "--interface", "checked"], { cwd })).code).toBe(0);
  expect(await check("api.yaml", "--interface", "cheked")).toMatchObject({ code: 3, out: expect.stringContaining("Did you mean `checked`? Say the right one, or `--new`") as string });
  expect(await check("api.yaml", "--interface", "cheked", "--new")).toMatchObject({ code: 0 });
  await writeFile(path.join(cwd, "api.yaml"), openapi("Checked", "post"));
  expect(await check("api.yaml")).toMatchObject({ code: 3, out: expect.stringContaining("(checked)") as string });
  expect(await check("api.yaml", "--interface", "checked", "--line", "v9")).toMatchObject({ code: 3, out: expect.stringContaining("no line `v9`; it has `default`") as string });
  expect(await check("api.yaml", "--interface", "checked", "--fail-on", "never")).toMatchObject({ code: 0, out: expect.stringContaining("is breaking") as string });
  expect(await check("bad.yaml", "--format", "junit")).toMatchObject({ code: 1, out: expect.stringMatching(/<failure message="[^"]*"[\s\S]*bad\.yaml:4:/) as string });
  expect(await check("uses.yaml")).toMatchObject({ code: 1, out: expect.stringContaining("Name it `intermesh.yaml`") as string });
}, 120_000);

it("says whom a published version breaks and what is missing, and takes the reason afterwards", async () => {
  const cwd = await folderOf({ "api.yaml": openapi("Told"), "intermesh.yaml": "service: reader\nconsumes: [{interface: told, uses: [{operation: GET /things}]}]\n" });
  await intermesh(["publish", "api.yaml", "intermesh.yaml", "--interface", "told"].filter((word) => word !== "intermesh.yaml"), { cwd });
  expect((await intermesh(["publish", "intermesh.yaml"], { cwd })).out).toContain("1 uses new");
  await writeFile(path.join(cwd, "api.yaml"), openapi("Told", "post"));
  const told = await intermesh(["publish", "api.yaml", "--interface", "told"], { cwd });
  expect(told).toMatchObject({ code: 0, err: "" });
  expect(told.out).toMatch(/breaking: 1 breaking change, 1 compatible change\. Reason missing[\s\S]*1 consumer: 1 broken\n    broken   Reader[\s\S]*still 1\. It should be 2/);
  expect((await intermesh(["publish", "api.yaml", "--interface", "told", "--no-compare"], { cwd })).out).not.toContain("Reason missing");
  expect((await intermesh(["publish", "api.yaml", "--interface", "told"], { cwd })).out).toContain("Reason missing");
  expect((await intermesh(["publish", "api.yaml", "--interface", "told", "--reason", "nobody got them"], { cwd })).out).toContain("The reason is recorded");
  expect((await intermesh(["publish", "api.yaml", "--interface", "told", "--reason", "another"], { cwd })).out).not.toContain("recorded");
}, 120_000);

it("lets a pipeline go on when the server cannot be reached, if asked", async () => {
  const cwd = await folderOf({ "api.yaml": openapi("Offline") });
  const env = { INTERMESH_URL: "http://127.0.0.1:9999" };
  expect(await intermesh(["publish", "api.yaml"], { cwd, env })).toMatchObject({ code: 2, err: expect.stringContaining("does not answer") });
  expect(await intermesh(["publish", "api.yaml", "--on-unreachable=warn"], { cwd, env })).toMatchObject({ code: 0, err: expect.stringContaining("warning: ") });
});

it("ends with 2 on wrong usage", async () => {
  const cwd = await folderOf({});
  for (const args of [["import"], ["import", "a", "--git", "b"], ["publish"], ["unknown"], ["import", "a", "--concurrency", "0"], ["import", "--urls", "none.txt"]]) {
    expect((await intermesh(args, { cwd })).code).toBe(2);
  }
}, 60_000);

it("searches", async () => {
  const { code, out } = await intermesh(["search", "zzz", "nothing", "--json"], { cwd: await folderOf({}) });
  expect({ code, results: (JSON.parse(out) as { results: unknown[] }).results }).toEqual({ code: 0, results: [] });
});
