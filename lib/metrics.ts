import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

type Metrics = ReturnType<typeof create>;
// One registry for a process, whatever chunks a bundler makes.
const store = globalThis as typeof globalThis & { intermeshMetrics?: Metrics };

function create() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({ name: "intermesh_http_request_duration_seconds", help: "Requests of the REST interface by route.", labelNames: ["method", "route", "status"], buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60], registers: [registry] }),
    published: new Counter({ name: "intermesh_published_total", help: "Documents published, by outcome.", labelNames: ["outcome"], registers: [registry] }),
    searches: new Counter({ name: "intermesh_searches_total", help: "Searches by the engine that answered.", labelNames: ["engine", "empty"], registers: [registry] }),
    catalog: new Gauge({ name: "intermesh_catalog_items", help: "Things in the catalog.", labelNames: ["kind"], registers: [registry] }),
    waiting: new Gauge({ name: "intermesh_versions_waiting_for_index", help: "Versions that cannot be found yet.", registers: [registry] }),
  };
}

/** The metrics of this process, for `/metrics` (Prometheus text format). */
export function metrics(): Metrics {
  return (store.intermeshMetrics ??= create());
}

export function countRequest({ method, route, status, seconds }: { method: string; route: string; status: number; seconds: number }): void {
  metrics().requests.observe({ method, route, status: String(status) }, seconds);
}
