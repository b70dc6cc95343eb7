import { NextResponse, type NextRequest } from "next/server";
import { requestIdOf } from "#lib/auth/request-id-of.ts";

/** Gives every page its request id, and its own path for the way back after signing in. */
export function proxy(request: NextRequest) {
  const requestId = requestIdOf(request.headers);
  const refusal = refusalOf(request.url);
  if (refusal) return new NextResponse(refusal, { status: 400, headers: { "x-request-id": requestId, "content-type": "text/plain; charset=utf-8" } });
  const headers = new Headers(request.headers);
  headers.set("x-request-id", requestId);
  headers.set("x-intermesh-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("x-request-id", requestId);
  return response;
}

/** Why an address can name nothing. Next.js would fail on one that it cannot decode, PostgreSQL on a NUL. */
function refusalOf(url: string): string | null {
  if (/%00/.test(url)) return "The address holds a NUL character (%00). Nothing has one in its name.";
  try {
    decodeURIComponent(new URL(url).pathname);
    return null;
  } catch {
    return "The address holds a percent sign that encodes no letter.";
  }
}

// Not the API, but for addresses with letters beyond ASCII: a body that passes here is kept in memory and cut at 10 MB. Files and probes need none of it.
export const config = { matcher: ["/api/v1/(.*%[89a-fA-F].*)", "/((?!api/|_next/|cli\\.mjs|icon\\.svg|healthz|readyz|metrics).*)"] };
