import { contextFromRequest } from "#lib/auth/request-context.ts";
import { env } from "#lib/env.ts";
import { ServiceError } from "#lib/errors.ts";
import { GuardedFetchError } from "#lib/http/guarded-fetch.ts";
import { ownOrigins } from "#lib/http/own-origins.ts";
import { sendCall } from "./send-call.ts";

/** Sends a call through this installation: see `sendCall`. What comes back is never a page of this origin. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string; key: string }> }): Promise<Response> {
  try {
    const { slug, key } = await params;
    const query = new URL(request.url).searchParams;
    const place = { slug: decodeURIComponent(slug), key, line: query.get("line"), version: Number(query.get("version")) || null };
    const body: unknown = await request.json().catch(() => null);
    const sent = await sendCall(await contextFromRequest(request), { ...place, body, ours: ownOrigins(request.headers, env().PUBLIC_URL), allowedHosts: env().TRY_PROXY_HOSTS });
    return Response.json(sent, { headers: data });
  } catch (error) {
    if (error instanceof GuardedFetchError) return problem(502, error.message);
    if (error instanceof ServiceError) return problem(error.status, error.message);
    throw error;
  }
}

const data = { "cache-control": "no-store", "x-content-type-options": "nosniff", "content-security-policy": "default-src 'none'; sandbox" };

function problem(status: number, title: string): Response {
  return Response.json({ title, status }, { status, headers: { ...data, "content-type": "application/problem+json" } });
}
