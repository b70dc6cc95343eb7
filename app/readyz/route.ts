import { getReadiness } from "#lib/catalog/admin/get-readiness.ts";
import { database } from "#lib/database.ts";

export const dynamic = "force-dynamic";

/** 503 until the database answers and the first data are there. */
export async function GET(): Promise<Response> {
  const readiness = await getReadiness(database());
  return Response.json(readiness, { status: readiness.ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
