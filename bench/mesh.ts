import { parseArgs } from "node:util";
import { measureFrames } from "./mesh/frames.ts";
import { frontierQueries, pageOfGraph, percentile, recursiveQuery, type Start, startsOf, timesOf } from "./mesh/queries.ts";
import { readMesh } from "./mesh/read-mesh.ts";
import { type MeshStack, stackWithMesh } from "./mesh/stack-with-mesh.ts";
import { median, note, printReport, rounded } from "./shared/report.ts";

// The mesh at full size: neighbourhoods, the map's data and its frames. See bench/README.md.
const { values } = parseArgs({ options: { mesh: { type: "string" }, services: { type: "string" }, small: { type: "string" }, seed: { type: "string", default: "7" }, starts: { type: "string", default: "120" }, "no-frames": { type: "boolean", default: false } } });
const seed = Number(values.seed);
const services = Number(values.services ?? (values.mesh ? 10_000 : 2000));
const few = Number(values.small ?? services / 10);
const count = Number(values.starts);

note(`A mesh of ${few} services`);
const small = await stackWithMesh(readMesh(values.mesh?.endsWith("l") ? undefined : values.mesh, few, seed));
const smallStarts = await startsOf(small.pool);
note(`A mesh of ${services} services`);
const large = await stackWithMesh(readMesh(values.mesh, services, seed));
try {
  const largeStarts = await startsOf(large.pool);
  const [here, there] = equalDegrees(smallStarts, largeStarts, count);
  const hubs = [...largeStarts].sort((a, b) => b.degree - a.degree).slice(0, 20);
  const any = [...spread(largeStarts, count), ...hubs];

  note("Neighbourhoods");
  const firstMs = (await timesOf(hubs.slice(0, 1), (start) => pageOfGraph(large.url, start)))[0] ?? NaN;
  await warm(large, any);
  await warm(small, here);
  // In turns, so that whatever else the machine does falls on all alike.
  const times = { page: [] as number[], sql: [] as number[], frontier: [] as number[], here: [] as number[], there: [] as number[] };
  for (let round = 0; round < 3; round++) {
    times.page.push(...(await timesOf(any, (start) => pageOfGraph(large.url, start))));
    times.sql.push(...(await timesOf(any, (start) => recursiveQuery(large.pool, start))));
    times.frontier.push(...(await timesOf(any, (start) => frontierQueries(large.pool, start))));
    times.there.push(...(await timesOf(there, (start) => pageOfGraph(large.url, start))));
    times.here.push(...(await timesOf(here, (start) => pageOfGraph(small.url, start))));
  }
  for (const start of [...hubs.slice(0, 3), ...any.slice(0, 5)]) await sameTotals(start);
  const totals = await Promise.all(hubs.slice(0, 5).map(async (start) => (await pageOfGraph(large.url, start)).total));
  const bytes = (await (await fetch(`${large.url}/mesh/data`)).arrayBuffer()).byteLength;
  const frames = values["no-frames"] ? null : (note("Frames"), await measureFrames(large.url));

  const [page, sql, frontier] = [percentile(times.page, 0.95), percentile(times.sql, 0.95), percentile(times.frontier, 0.95)];
  const growth = percentile(times.there, 0.95) / percentile(times.here, 0.95);
  const growthMedian = median(times.there) / median(times.here);
  const frame = frames ? percentile([...frames.pan, ...frames.zoom], 0.95) : NaN;
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  printReport(
    {
      bench: "mesh",
      ratios: { query: rounded(page / sql), growth: rounded(growth) },
      figures: {
        services, pageP95Ms: rounded(page), sqlP95Ms: rounded(sql), frontierP95Ms: rounded(frontier), pageMedianMs: rounded(median(times.page)), sqlMedianMs: rounded(median(times.sql)), growthMedian: rounded(growthMedian),
        firstAfterChangeMs: rounded(firstMs), hubTotal: Math.max(...totals), dataBytes: bytes, ...(frames ? { frameP95Ms: rounded(frame), panP95Ms: rounded(percentile(frames.pan, 0.95)), zoomP95Ms: rounded(percentile(frames.zoom, 0.95)), marksMost: frames.marksMost } : {}),
      },
    },
    [
      ["page of a 3-hop neighbourhood over REST, p95", `${ms(page)} (median ${ms(median(times.page))}, ${times.page.length} requests)`],
      ["bare recursive SQL, p95", `${ms(sql)} (median ${ms(median(times.sql))}); ratio query ${rounded(page / sql)}`],
      ["bare SQL, one query for each hop, p95", ms(frontier)],
      [`the page, equal degrees, ${services} against ${few} services, p95`, `${ms(percentile(times.there, 0.95))} against ${ms(percentile(times.here, 0.95))}; ratio growth ${rounded(growth)}`],
      ["the first page after a change", ms(firstMs)],
      ["the largest neighbourhood of a hub", `${Math.max(...totals)} nodes`],
      ["data of the map, compressed", `${(bytes / 1e6).toFixed(2)} MB`],
      ...(frames ? [["a frame of the map, p95", `${ms(frame)} (pan ${ms(percentile(frames.pan, 0.95))}, zoom ${ms(percentile(frames.zoom, 0.95))}; at most ${frames.marksMost} marks)`] satisfies [string, string]] : []),
    ],
  );
} finally {
  await large.end();
  await small.end();
}

async function warm(stack: MeshStack, starts: readonly Start[]): Promise<void> {
  for (const start of starts.slice(0, 30)) {
    await pageOfGraph(stack.url, start);
    await recursiveQuery(stack.pool, start);
  }
}

/** The product and bare SQL must mean the same, or their times say nothing. */
async function sameTotals(start: Start): Promise<void> {
  const [page, sql, frontier] = [(await pageOfGraph(large.url, start)).total, await recursiveQuery(large.pool, start), await frontierQueries(large.pool, start)];
  if (page !== sql || sql !== frontier) throw new Error(`${start.slug}: ${page} nodes by the page, ${sql} by recursive SQL, ${frontier} by one query for each hop.`);
}

function spread(starts: readonly Start[], most: number): Start[] {
  return Array.from({ length: Math.min(most, starts.length) }, (_, index) => starts[Math.floor((index * starts.length) / most)]!);
}

/** Starts of both meshes in pairs of the same degree. */
function equalDegrees(few: readonly Start[], many: readonly Start[], most: number): [Start[], Start[]] {
  const byDegree = Map.groupBy(many, ({ degree }) => degree);
  const pairs = few.flatMap((start) => {
    const other = byDegree.get(start.degree)?.pop();
    return other ? [[start, other] as const] : [];
  });
  const chosen = pairs.slice(0, most);
  return [chosen.map(([start]) => start), chosen.map(([, other]) => other)];
}
