import { readFileSync } from "node:fs";
import { apiCompare } from "api-smart-diff";

// The peer, called as its documentation says, after it has compared something small. Prints {ms, changes, mb}.
const [base = "", revision = ""] = process.argv.slice(2);
const small = { openapi: "3.0.3", info: { title: "Warm", version: "1" }, paths: {} };
apiCompare(small, { ...small, info: { title: "Warm", version: "2" } });

const started = performance.now();
const { diffs } = apiCompare(JSON.parse(readFileSync(base, "utf8")) as unknown, JSON.parse(readFileSync(revision, "utf8")) as unknown);
process.stdout.write(JSON.stringify({ ms: performance.now() - started, changes: diffs.length, mb: Math.round(process.resourceUsage().maxRSS / 1024) }));
