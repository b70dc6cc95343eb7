import { readFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { startEngines } from "../scripts/engines/start-engines.ts";
import { checkSystem, type EdgeCase } from "./edges/check-system.ts";
import { note, printReport, rounded } from "./shared/report.ts";

// npm run bench -- edges [--cases FILE] [--root DIR]; FILE or INTERMESH_EDGES is a list of systems, DIR what their paths are from.
const { values } = parseArgs({ options: { cases: { type: "string" }, root: { type: "string" } } });
const file = resolve(values.cases ?? process.env["INTERMESH_EDGES"] ?? join(import.meta.dirname, "edges/cases.jsonl"));
const root = resolve(values.root ?? join(dirname(file), ".."));
const cases = (await readFile(file, "utf8")).trim().split("\n").map((line) => JSON.parse(line) as EdgeCase);

const home = await mkdtemp(join(tmpdir(), "intermesh-edges-"));
const engines = await startEngines({ home });
process.env["INTERMESH_TEST_DATABASE_URL"] = engines.databaseUrl;
const { openCatalog } = await import("../lib/catalog/testing.ts");
const catalog = await openCatalog();
const results: ({ system: string } & Awaited<ReturnType<typeof checkSystem>>)[] = [];
for (const system of cases) {
  const result = await checkSystem(catalog, root, system);
  results.push({ system: system.system, ...result });
  for (const line of [...result.missing.map((edge) => `missing: ${edge}`), ...result.extra.map((edge) => `extra: ${edge}`), ...result.failed]) note(`${system.system}: ${line}`);
}
await catalog.close();
await engines.stop();
await rm(home, { recursive: true, force: true });

const sum = (count: (result: (typeof results)[number]) => number) => results.reduce((total, result) => total + count(result), 0);
const [right, missing, extra] = [sum((result) => result.right), sum((result) => result.missing.length), sum((result) => result.extra.length)];
printReport(
  {
    bench: "edges",
    ratios: { precision: right + extra === 0 ? 1 : rounded(right / (right + extra), 4), recall: right + missing === 0 ? 1 : rounded(right / (right + missing), 4) },
    figures: { systems: results.length, right, missing, extra },
  },
  results.map((result): [string, string] => [result.system, `${result.documents} documents, ${result.right} right, ${result.missing.length} missing, ${result.extra.length} extra; ${result.possible} only possible`]),
);
process.exit(missing + extra > 0 ? 1 : 0);
