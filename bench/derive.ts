import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEngines } from "../scripts/engines/start-engines.ts";
import { fillMesh } from "./derive/fill-mesh.ts";
import { measureDerive } from "./derive/measure-derive.ts";
import { median, note, printReport, rounded } from "./shared/report.ts";

// npm run bench -- derive [--small 300] [--large 30000] [--rounds 41]
const { values } = parseArgs({ options: { small: { type: "string", default: "300" }, large: { type: "string", default: "30000" }, rounds: { type: "string", default: "41" } } });
const sizes = [Number(values.small), Number(values.large)] as const;
const rounds = Number(values.rounds);

const home = await mkdtemp(join(tmpdir(), "intermesh-derive-"));
const engines = await startEngines({ home });
process.env["INTERMESH_TEST_DATABASE_URL"] = engines.databaseUrl;
const { openCatalog } = await import("../lib/catalog/testing.ts");
const catalog = await openCatalog();
const figures: Record<string, number> = {};
const publishMs: number[] = [];
const deriveMs: number[] = [];
for (const size of sizes) {
  note(`filling ${size} interfaces`);
  await fillMesh(catalog, size);
  // Whatever came before is there, and the statistics of the tables are true.
  const measured = await measureDerive(catalog, { rounds, size });
  publishMs.push(median(measured.publishMs));
  deriveMs.push(median(measured.deriveMs));
  figures[`publish${size}Ms`] = rounded(median(measured.publishMs), 1);
  figures[`derive${size}Ms`] = rounded(median(measured.deriveMs), 1);
  figures[`derive${size}P95Ms`] = rounded(measured.deriveMs.sort((a, b) => a - b)[Math.floor(rounds * 0.95)] ?? 0, 1);
  figures[`edges${size}`] = measured.edges;
}
await catalog.close();
await engines.stop();
await rm(home, { recursive: true, force: true });
const ratio = (times: number[]) => rounded((times[1] ?? 0) / (times[0] ?? 1), 2);
printReport(
  { bench: "derive", ratios: { derive: ratio(deriveMs), publish: ratio(publishMs) }, figures: { ...figures, rounds } },
  sizes.map((size): [string, string] => [`${size} interfaces`, `derive ${figures[`derive${size}Ms`]} ms (p95 ${figures[`derive${size}P95Ms`]}), publish ${figures[`publish${size}Ms`]} ms, ${figures[`edges${size}`]} edges`]),
);
process.exit(ratio(deriveMs) > 2 ? 1 : 0);
