import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureInstalled, fail, note, pinnedNode, root } from "./install.mjs";
import { working } from "./progress.mjs";

const folders = ["app", "components", "db", "lib", "cli", "public"];
const files = ["next.config.ts", "proxy.ts", "instrumentation.ts", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json", "scripts/build.mjs"];
const stamp = path.join(root, "dist", "build.json");
const bundle = path.join(root, "dist", "cli.mjs");
const served = path.join(root, "public", "cli.mjs");

/** Builds the web pages and the command line's bundle, unless they are of exactly these sources already. */
export async function buildIfChanged() {
  const hash = hashSources();
  if (isBuilt(hash)) return;
  rmSync(stamp, { force: true });
  const done = working("Building Intermesh", "a minute or two, and only when something changed");
  await bundleCommandLine(bundle);
  mkdirSync(path.dirname(served), { recursive: true });
  copyFileSync(bundle, served);
  await buildPages();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ hash }) + "\n");
  done();
}

/** True when a build is there, of whatever sources. */
export function hasBuild() {
  return existsSync(stamp) && existsSync(path.join(root, ".next", "BUILD_ID"));
}

function isBuilt(hash) {
  return hasBuild() && existsSync(served) && JSON.parse(readFileSync(stamp, "utf8")).hash === hash;
}

/** One file that needs nothing but Node, so that CI elsewhere can fetch it from a running server at /cli.mjs. */
export async function bundleCommandLine(outfile) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [path.join(root, "cli", "main.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    // A package's UMD build hides its requires from the bundler; its module build does not.
    mainFields: ["module", "main"],
    logLevel: "warning",
    legalComments: "none",
    // Packages inside are CommonJS and call require, which a module has not.
    banner: { js: '#!/usr/bin/env node\nimport { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);' },
  });
}

async function buildPages() {
  const { code, output } = await run(pinnedNode(), [path.join(root, "node_modules", "next", "dist", "bin", "next"), "build"]);
  if (code === 0) return;
  note(output);
  fail("The build failed; its messages are above.");
}

function run(program, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

function hashSources() {
  const hash = createHash("sha256").update(process.platform);
  for (const file of [...files, ...folders.flatMap(sourcesIn)]) {
    const place = path.join(root, file);
    if (existsSync(place)) hash.update(file).update("\0").update(readFileSync(place)).update("\0");
  }
  return hash.digest("hex");
}

function sourcesIn(folder) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => !/\.(test|drill)\.tsx?$/.test(file) && path.join(root, file) !== served)
    .sort();
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, "scripts", "build.mjs")) {
  ensureInstalled();
  await buildIfChanged();
}
