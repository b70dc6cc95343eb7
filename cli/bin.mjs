#!/usr/bin/env node
import { spawn } from "node:child_process";
import path from "node:path";
import { ensureInstalled, pinnedNode, root } from "../scripts/install.mjs";

// `npx intermesh` inside the clone: the sources themselves, in the pinned Node. Elsewhere /cli.mjs of a server serves.
ensureInstalled();
const child = spawn(pinnedNode(), [path.join(root, "cli", "main.ts"), ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 2)));
