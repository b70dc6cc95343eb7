import { checkPort } from "#scripts/run/check-port.ts";
import { endLeftovers } from "#scripts/run/end-leftovers.ts";
import { greeting } from "#scripts/run/greeting.ts";
import { openRunRecord } from "#scripts/run/run-file.ts";
import { readStartOptions } from "#scripts/run/start-options.ts";
import { startProduct, stopAll, type Started } from "#scripts/run/start-product.ts";
import { makeStateHome, stateHome } from "#scripts/run/state.ts";
import { waitUntilReady } from "#scripts/run/wait-until-ready.ts";

// The one process behind `npm start`: it starts the engines, the web process and the worker, keeps them
// running, and on Ctrl-C stops them in order. All it needs to know of an earlier run is in run.json.

const started: Started = new Map();
const stopped = new AbortController();
const note = (text: string) => process.stderr.write(`${text}\n`);
// A terminal that was closed cannot be written to; that must not keep the engines from being stopped.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

const whenAsked = new Promise<void>((resolve) => {
  for (const event of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(event, () => resolve());
}).then(() => stopped.abort());

async function main(): Promise<number> {
  const options = readStartOptions(process.argv.slice(2), process.env);
  const home = stateHome();
  await makeStateHome(home);
  const record = await openRunRecord(home, options.url);
  const left = await endLeftovers(home);
  if (left.length > 0) note(`Ended what an earlier run had left: ${left.join(", ")}.`);
  await record.update((file) => (file.processes = {}));
  try {
    await checkPort(options);
    const starting = startProduct({ options, home, record, started, signal: stopped.signal, note });
    const product = await Promise.race([starting, whenAsked]);
    if (product) {
      const ready = await waitUntilReady(options.url, { signal: stopped.signal, timeoutMs: 300_000 });
      await record.update((file) => (file.ready = true));
      if (!stopped.signal.aborted) process.stdout.write(greeting({ options, product, home, ready }));
      await whenAsked;
    } else {
      // Stopped while starting: let the step under way come to its end, so that nothing starts behind our back.
      await starting.catch(() => undefined);
    }
    note("Stopping …");
    return 0;
  } finally {
    await stopAll(started);
    await record.remove();
  }
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    note(process.env["INTERMESH_DEBUG"] ? (error.stack ?? error.message) : error.message);
    process.exit(1);
  },
);
