import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildIfChanged } from "./build.mjs";
import { ensureInstalled, note, pinnedNode, root } from "./install.mjs";

// `npm test`: lint, types, unit and integration tests, drills, browser journeys, all against real engines on free
// ports, in one temporary folder. Ends with the line `N passed, N failed`.
ensureInstalled();
await buildIfChanged();

const node = pinnedNode();
const folder = mkdtempSync(path.join(tmpdir(), "intermesh-npm-test-"));
// PostgreSQL's account passes through here when everything runs as root.
chmodSync(folder, 0o755);
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
// Ctrl-C reaches the runners as well; they end what they started, and we wait for them.
let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => (interrupted = true));

const started = Date.now();
const results = [
  ...(await Promise.all([check("lint", "eslint/bin/eslint.js", ["."]), check("types", "typescript/bin/tsc", ["--noEmit"])])),
  await vitest("tests"),
  await vitest("drills"),
  await journeys(),
];
endLeftovers();
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0) + (interrupted ? 1 : 0);
note(`\nTook ${Math.round((Date.now() - started) / 1000)} s.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function check(name, program, args) {
  const code = await run(name, program, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

async function vitest(project) {
  const report = path.join(folder, `${project}.json`);
  const code = await run(project, "vitest/vitest.mjs", ["run", "--project", project, "--passWithNoTests", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`]);
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = readJson(report);
  // A file that could not be loaded has failed without any of its tests having run.
  const unloaded = testResults.filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"));
  return total(code, numPassedTests, numFailedTests + unloaded.length);
}

async function journeys() {
  if (!hasJourneys()) return { passed: 0, failed: 0 };
  if ((await run("browser", path.join(root, "scripts", "testing", "ensure-browser.ts"), [])) !== 0) return { passed: 0, failed: 1 };
  const report = path.join(folder, "journeys.json");
  const code = await run("journeys", "playwright/cli.js", ["test"], { INTERMESH_E2E_REPORT: report });
  const { expected = 0, flaky = 0, unexpected = 0 } = readJson(report).stats ?? {};
  return total(code, expected + flaky, unexpected);
}

/** A runner that ends badly without naming a failed test has failed as a whole. */
function total(code, passed, failed) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function run(name, program, args, env = {}) {
  note(`\n— ${name}`);
  const script = path.isAbsolute(program) ? program : path.join(root, "node_modules", program);
  const child = spawn(node, [script, ...args], { cwd: root, stdio: "inherit", env: { ...process.env, TMPDIR: folder, NEXT_TELEMETRY_DISABLED: "1", ...env } });
  return new Promise((resolve) => {
    child.on("error", (error) => (note(String(error)), resolve(1)));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function hasJourneys() {
  return existsSync(path.join(root, "e2e")) && readdirSync(path.join(root, "e2e"), { recursive: true }).some((file) => String(file).endsWith(".e2e.ts"));
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** Ends engines of this run that a killed runner could not end itself: their data lies in our folder, so they are ours. */
function endLeftovers() {
  if (process.platform !== "linux") return;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder)) process.kill(Number(pid), "SIGKILL");
    } catch {
      // Gone already.
    }
  }
}
