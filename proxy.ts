import { NextResponse, type NextRequest } from "next/server";
import { connectSources } from "#app/connect-sources.ts";
import { tooManyRequests } from "#app/too-many-requests.ts";
import { assertSameOrigin } from "#lib/auth/assert-same-origin.ts";
import { limitPage } from "#lib/auth/limit-pages.ts";
import { requestIdOf } from "#lib/auth/request-id-of.ts";
import { dataPolicy, pagePolicy } from "#lib/auth/security-headers.ts";

/**
 * Gives every page its request id, its own path for the way back after signing in, and its content security policy.
 * Whoever asks for costly pages too often waits.
 * What a page posts (server actions, forms) comes from our own pages or is refused here, before it is read.
 */
export async function proxy(request: NextRequest) {
  const requestId = requestIdOf(request.headers);
  const refuse = (status: number, message: string) =>
    new NextResponse(message, { status, headers: { "x-request-id": requestId, "content-type": "text/plain; charset=utf-8", "content-security-policy": dataPolicy } });
  const fault = faultOf(request.url);
  if (fault) return refuse(400, fault);
  // Here only for its letters; its handler sets its headers.
  if (request.nextUrl.pathname.startsWith("/api/")) return NextResponse.next();
  try {
    assertSameOrigin(request, process.env.PUBLIC_URL || undefined);
  } catch (error) {
    return refuse(403, (error as Error).message);
  }
  const standing = await limitPage({ method: request.method, pathname: request.nextUrl.pathname, headers: request.headers });
  if (standing && !standing.allowed) return tooManyRequests(request, standing, requestId);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = pagePolicy({ nonce, connect: await connectSources(request), development: process.env.NODE_ENV === "development" });
  const headers = new Headers(request.headers);
  headers.set("x-request-id", requestId);
  headers.set("x-intermesh-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  // Next.js reads the nonce of its own scripts from the policy; ours, such as the editor's styles, from x-nonce.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = isMarkdown(request.nextUrl.pathname) ? NextResponse.rewrite(markdownUrl(request.nextUrl), { request: { headers } }) : NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-request-id", requestId);
  return response;
}

/** A page's address with `.md` behind it asks for the same as Markdown. */
function isMarkdown(pathname: string): boolean {
  return /^\/interfaces(?:\/.*)?\.md$/.test(pathname);
}

/** Where it is made. The page's whole address travels in letters that mean nothing in an address: a rewrite loses what `&` separates. */
function markdownUrl(page: URL): URL {
  return new URL(`/markdown?page=${Buffer.from(`${page.pathname}${page.search}`).toString("base64url")}`, page.origin);
}

/** Why an address can name nothing. Next.js would fail on one that it cannot decode, PostgreSQL on a NUL. */
function faultOf(url: string): string | null {
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
