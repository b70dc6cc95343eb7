import { contextFromRequest } from "#lib/auth/request-context.ts";
import { dataPolicy } from "#lib/auth/security-headers.ts";
import { getPayloadSchema } from "#lib/catalog/parts/get-payload-schema.ts";
import { ServiceError } from "#lib/errors.ts";

/** The schema of a message's payload, for the browser to judge a pasted payload with: the payload itself goes nowhere. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string; id: string }> }): Promise<Response> {
  const headers = { "cache-control": "private, max-age=60", "x-content-type-options": "nosniff", "content-security-policy": dataPolicy };
  const query = new URL(request.url).searchParams;
  const { slug, id } = await params;
  try {
    const input = { slug: decodeURIComponent(slug), id, line: query.get("line"), version: Number(query.get("version")) || null };
    return Response.json(await getPayloadSchema({ ctx: await contextFromRequest(request), input }), { headers });
  } catch (error) {
    if (error instanceof ServiceError) return Response.json({ title: error.message }, { status: error.status, headers });
    throw error;
  }
}
