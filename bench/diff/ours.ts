import { readFileSync } from "node:fs";
import { diffSpecs } from "../../lib/spec/diff/diff-specs.ts";
import { locateChanges } from "../../lib/spec/diff/locate-changes.ts";
import { openSpec } from "../../lib/spec/parse-spec.ts";

// Two files read, compared, and each change's lines found, after something small was. Prints {ms, readMs, diffMs, linesMs, changes, mb}.
const [base = "", revision = ""] = process.argv.slice(2);
const small = Buffer.from(JSON.stringify({ openapi: "3.0.3", info: { title: "Warm", version: "1" }, paths: { "/a": { get: { responses: { 200: { description: "OK", content: { "application/json": { schema: { type: "string" } } } } } } } } }));
await compare(small, small);

const started = performance.now();
const { changes, ...times } = await compare(readFileSync(base), readFileSync(revision));
process.stdout.write(JSON.stringify({ ms: performance.now() - started, ...times, changes, mb: Math.round(process.resourceUsage().maxRSS / 1024) }));

async function compare(one: Uint8Array, other: Uint8Array): Promise<{ readMs: number; diffMs: number; linesMs: number; changes: number }> {
  const begun = performance.now();
  const [before, after] = [await openSpec([{ path: "base", bytes: one }]), await openSpec([{ path: "revision", bytes: other }])];
  if (!before.spec || !after.spec) throw new Error("A document is not understood.");
  const read = performance.now();
  const diff = diffSpecs(before.spec, after.spec);
  const compared = performance.now();
  const located = locateChanges(diff, { base: before, revision: after });
  return { readMs: read - begun, diffMs: compared - read, linesMs: performance.now() - compared, changes: located.changes.length };
}
