import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { bundleCommandLine } from "#scripts/build.mjs";

const execute = promisify(execFile);

/** The machine's own Node, which may be the oldest that is supported; else the one that runs this. */
async function machineNode(): Promise<string> {
  const { stdout } = await execute("sh", ["-c", "PATH=/usr/local/bin:/usr/bin:/bin command -v node"]).catch(() => ({ stdout: "" }));
  return stdout.trim() || process.execPath;
}

it("is one file that runs in an empty folder, without any package", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "intermesh-bundle-"));
  const bundle = path.join(folder, "cli.mjs");
  await bundleCommandLine(bundle);
  await writeFile(path.join(folder, "api.yaml"), 'openapi: 3.1.0\ninfo:\n  title: Orders\n  version: "1"\npaths: {}\n');
  await writeFile(path.join(folder, "events.yaml"), 'asyncapi: 3.0.0\ninfo:\n  title: Orders\n  version: "1"\nchannels: {}\n');
  await writeFile(path.join(folder, "wrong.yaml"), 'asyncapi: 3.0.0\ninfo:\n  title: Orders\n  version: "1"\nchannels: []\n');
  const run = execute(await machineNode(), [bundle, "validate", "--json", "api.yaml", "events.yaml", "wrong.yaml"], { cwd: folder, env: { ...process.env, NODE_PATH: "" } });
  // A finding makes it end with 1.
  const { stdout } = await run.catch((failed: { stdout: string }) => failed);
  expect(stdout.trim().split("\n").map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { file: "api.yaml", valid: true, format: "openapi", specVersion: "3.1.0" },
    { file: "events.yaml", valid: true, format: "asyncapi", specVersion: "3.0.0" },
    { file: "wrong.yaml", valid: false, format: "asyncapi", specVersion: "3.0.0" },
  ]);
}, 60_000);
