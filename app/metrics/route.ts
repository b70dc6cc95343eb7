import { updateCatalogMetrics } from "#lib/catalog/update-catalog-metrics.ts";
import { database } from "#lib/database.ts";
import { metrics } from "#lib/metrics.ts";

export const dynamic = "force-dynamic";

/** Prometheus text format. */
export async function GET(): Promise<Response> {
  await updateCatalogMetrics(database());
  const { registry } = metrics();
  return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType, "cache-control": "no-store" } });
}
