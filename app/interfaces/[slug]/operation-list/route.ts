import { packOperation } from "#components/interface/packed-operation.ts";
import { contextFromRequest } from "#lib/auth/request-context.ts";
import { listOperations } from "#lib/catalog/parts/list-operations.ts";
import { ServiceError } from "#lib/errors.ts";

/** All operations of a version, packed, for the filter beside an operation. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const { slug } = await params;
  try {
    const ctx = await contextFromRequest(request);
    const operations = await listOperations({ ctx, input: { slug: decodeURIComponent(slug), line: query.get("line"), version: Number(query.get("version")) || null } });
    return Response.json(operations.map(packOperation), { headers: { "cache-control": "private, max-age=60" } });
  } catch (error) {
    if (error instanceof ServiceError) return Response.json({ title: error.message }, { status: error.status });
    throw error;
  }
}
