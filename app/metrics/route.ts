import { problemResponse } from "#lib/api/problem.ts";
import { assertMetrics } from "#lib/auth/assert-metrics.ts";
import { requestIdOf } from "#lib/auth/request-id-of.ts";
import { updateCatalogMetrics } from "#lib/catalog/admin/update-catalog-metrics.ts";
import { database } from "#lib/database.ts";
import { metrics } from "#lib/metrics.ts";

export const dynamic = "force-dynamic";

/** Prometheus text format, for this machine, whoever has `METRICS_TOKEN`, and administrators. */
export async function GET(request: Request): Promise<Response> {
  try {
    await assertMetrics(request);
  } catch (error) {
    return problemResponse(error, requestIdOf(request.headers));
  }
  await updateCatalogMetrics(database());
  const { registry } = metrics();
  return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType, "cache-control": "no-store" } });
}
