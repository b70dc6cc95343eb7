import { problemResponse } from "#lib/api/problem.ts";
import { contextFromRequest } from "#lib/auth/request-context.ts";
import { getPackedOverview } from "#lib/catalog/graph/get-packed-overview.ts";
import { readMeshQuery } from "#lib/catalog/graph/mesh-query-words.ts";
import { requestIdOf } from "#lib/auth/request-id-of.ts";
import { UnauthenticatedError } from "#lib/errors.ts";

/** The map's own data: JSON, compressed once for all who see the same (the server would do it anew each time); asked for by its page alone. Kept by the browser, which asks whether it still holds. */
export async function GET(request: Request): Promise<Response> {
  try {
    const ctx = await contextFromRequest(request);
    if (!ctx.scope.seesPublic) throw new UnauthenticatedError();
    const { grouping, filters } = readMeshQuery(new URL(request.url).searchParams);
    const { bytes, etag } = await getPackedOverview({ ctx, input: { grouping, filters } });
    const headers = { etag, "cache-control": "private, no-cache", vary: "cookie, authorization", "content-type": "application/gzip", "x-content-type-options": "nosniff" };
    if (request.headers.get("if-none-match")?.includes(etag)) return new Response(null, { status: 304, headers });
    return new Response(bytes as BodyInit, { headers });
  } catch (error) {
    return problemResponse(error, requestIdOf(request.headers));
  }
}
