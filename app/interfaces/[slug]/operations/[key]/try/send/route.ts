import { z } from "zod";
import { contextFromRequest } from "#lib/auth/request-context.ts";
import { getCallableOperation } from "#lib/catalog/get-callable-operation.ts";
import { env } from "#lib/env.ts";
import { ServiceError, UnauthenticatedError } from "#lib/errors.ts";
import { guardedFetch, GuardedFetchError } from "#lib/http/guarded-fetch.ts";
import { ownOrigins } from "#lib/http/own-origins.ts";
import { isAllowedHost } from "../proxy-hosts.ts";

const CallBody = z.object({
  url: z.url({ protocol: /^https?$/ }).max(8_000),
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]),
  headers: z.record(z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/).max(200), z.string().max(8_000).regex(/^[\t\x20-\x7e\x80-\xff]*$/)),
  body: z.string().max(1_000_000).nullable(),
});

// What belongs to a connection or to a browser's own state is not passed on, in either direction.
const keptBack = new Set(["cookie", "cookie2", "set-cookie", "host", "connection", "content-length", "transfer-encoding", "upgrade", "proxy-authorization", "proxy-authenticate", "te", "trailer", "keep-alive", "forwarded", "via", "origin", "referer", "expect"]);
const bytesMax = 1_000_000;

/**
 * Sends a call for somebody who is signed in: to a server that the document names and an administrator allows, never to
 * an internal address or to this machine; no redirects, no cookies. The answer goes back as data, for the form to show as text.
 */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string; key: string }> }): Promise<Response> {
  try {
    const ctx = await contextFromRequest(request);
    const { slug, key } = await params;
    const query = new URL(request.url).searchParams;
    const ours = ownOrigins(request.headers, env().PUBLIC_URL);
    const place = { slug: decodeURIComponent(slug), key, line: query.get("line"), version: Number(query.get("version")) || null, ours };
    const { servers } = await getCallableOperation({ ctx, input: place });
    if (ctx.actor.kind !== "person") throw new UnauthenticatedError();
    const call = CallBody.safeParse(await request.json().catch(() => null));
    if (!call.success) return problem(400, "This is not a call: it needs `url`, `method`, `headers` and `body`.");
    const url = new URL(call.data.url);
    if (ours.includes(url.origin) || !servers.some((server) => server.origin === url.origin)) return problem(403, `The document names no server at ${url.origin}.`);
    if (!isAllowedHost(url.host, env().TRY_PROXY_HOSTS)) return problem(403, `An administrator has not allowed ${url.host} (TRY_PROXY_HOSTS).`);
    const headers = Object.fromEntries(Object.entries(call.data.headers).filter(([name]) => !keptBack.has(name.toLowerCase())));
    const answer = await guardedFetch({ url: url.href, method: call.data.method, headers, ...(call.data.body === null ? {} : { body: call.data.body }), timeoutMs: 15_000, bytesMax });
    const shown = Object.entries(answer.headers).flatMap(([name, value]) => (keptBack.has(name) || value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]]));
    return Response.json({ status: answer.status, headers: shown, text: new TextDecoder().decode(answer.bytes), cut: answer.cut }, { headers: data });
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
