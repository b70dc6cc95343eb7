import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { buildIfChanged } from "./build.mjs";
import { ensureInstalled, fail, root } from "./install.mjs";
import { runInPinnedNode } from "./run.mjs";

// `npm run bench -- <name> [arguments]`: runs bench/<name>.ts in the pinned Node, with what bench/package.json asks for.
const [name, ...args] = process.argv.slice(2);
const folder = path.join(root, "bench");
const names = readdirSync(folder).flatMap((file) => (/^[a-z-]+\.ts$/.test(file) ? [file.slice(0, -3)] : []));
if (!name || !names.includes(name)) fail(`Say which benchmark: npm run bench -- ${names.join(" | ")}`);

ensureInstalled();
if (existsSync(path.join(folder, "package-lock.json"))) ensureInstalled(folder);
await buildIfChanged();
runInPinnedNode(`bench/${name}.ts`, args);
