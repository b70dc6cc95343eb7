import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { working } from "./progress.mjs";

// Plain JavaScript without dependencies: this runs on a machine's own Node before anything is installed.
export const root = path.resolve(fileURLToPath(new URL("..", import.meta.url)));

/** Runs `npm ci` when node_modules is missing or is not what package-lock.json says. */
export function ensureInstalled(folder = root) {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) fail(`Intermesh needs Node 20 or newer to start; this is ${process.version}. Install one from https://nodejs.org.`);
  if (isInstalled(folder)) return;
  const done = working("Installing what Intermesh is made of", "npm ci, about 1 GB; the first time this takes a minute or several");
  const { status } = npm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], folder);
  done();
  if (status !== 0) fail("`npm ci` failed; its message is above. Intermesh needs to reach the npm registry once.");
}

/**
 * The Node that this project pins; the machine's own where that one cannot run and this one is new enough.
 * @returns {string}
 */
export function pinnedNode() {
  const pinned = path.join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (runs(pinned)) return pinned;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  // Its install script was not run (npm's ignore-scripts): run just that one.
  npm(["rebuild", "node", "--ignore-scripts=false"], root);
  if (runs(pinned)) return pinned;
  return fail("Node 24 could not be installed into node_modules. Allow npm to run install scripts, or start Intermesh with a Node 24 of your own.");
}

export function npm(args, folder) {
  const itself = process.env.npm_execpath ?? "";
  const [program, first] = path.basename(itself) === "npm-cli.js" ? [process.execPath, [itself]] : ["npm", []];
  return spawnSync(program, [...first, ...args], { cwd: folder, stdio: "inherit", shell: program === "npm" && process.platform === "win32" });
}

export function note(text) {
  process.stderr.write(`${text}\n`);
}

/** @returns {never} */
export function fail(text) {
  note(text);
  process.exit(1);
}

/** Compares the lock file with the one npm leaves inside node_modules when an install has come to its end. */
function isInstalled(folder) {
  const inside = path.join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(inside)) return false;
  const wanted = packages(path.join(folder, "package-lock.json"));
  const found = packages(inside);
  return Object.entries(wanted).every(([place, { version, optional, link }]) => {
    if (place === "" || link) return true;
    return found[place] ? found[place].version === version : optional === true;
  });
}

function packages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

function runs(program) {
  return existsSync(program) && spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
}
