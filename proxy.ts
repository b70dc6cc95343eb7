import { NextResponse, type NextRequest } from "next/server";
import { requestIdOf } from "#lib/auth/request-id-of.ts";

/** Gives every page its request id, and its own path for the way back after signing in. */
export function proxy(request: NextRequest) {
  const requestId = requestIdOf(request.headers);
  // PostgreSQL keeps no NUL in a text, so no page can be named by one.
  if (/%00/.test(request.url)) return new NextResponse("The address holds a NUL character (%00). Nothing has one in its name.", { status: 400, headers: { "x-request-id": requestId } });
  const headers = new Headers(request.headers);
  headers.set("x-request-id", requestId);
  headers.set("x-intermesh-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("x-request-id", requestId);
  return response;
}

// Not the API: a body that passes here is kept in memory and cut at 10 MB. Files and probes need none of it.
export const config = { matcher: ["/((?!api/|_next/|cli\\.mjs|icon\\.svg|healthz|readyz|metrics).*)"] };
