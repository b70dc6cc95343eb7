import { spawn } from "node:child_process";

// Plain JavaScript without dependencies, as install.mjs is.

const everyMs = 15_000;

/**
 * Says what is being done, and every quarter of a minute that it still is, from a process of its own: also while this
 * one waits and can say nothing.
 * @param {string} text what is done, such as "Building Intermesh"
 * @param {string} [hint] how long that usually takes
 * @returns {() => void} to call at its end, which says how long it took
 */
export function working(text, hint = "") {
  const started = Date.now();
  process.stderr.write(`${text} …${hint ? ` (${hint})` : ""}\n`);
  const beat = spawn(process.execPath, ["-e", beatSource, String(everyMs), String(process.pid)], { stdio: ["ignore", "ignore", "inherit"] });
  beat.on("error", () => undefined);
  beat.unref();
  return () => {
    beat.kill();
    process.stderr.write(`  done in ${duration(Date.now() - started)}\n`);
  };
}

/** @param {number} ms */
export function duration(ms) {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

// Ends by itself when whom it speaks for is gone.
const beatSource = `
const [every, parent] = process.argv.slice(1);
const started = Date.now();
setInterval(() => {
  if (String(process.ppid) !== parent) process.exit();
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stderr.write("  still at it: " + (seconds < 60 ? seconds + " s" : Math.floor(seconds / 60) + " min " + (seconds % 60) + " s") + "\\n");
}, Number(every));
setInterval(() => String(process.ppid) !== parent && process.exit(), 1000);
`;
