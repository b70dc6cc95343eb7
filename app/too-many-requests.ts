import { NextResponse, type NextRequest } from "next/server";
import { limitHeaders, type Standing } from "#lib/auth/limit-requests.ts";
import { dataPolicy, pagePolicy } from "#lib/auth/security-headers.ts";

/** The answer to who asked too often: 429 with when to come back, as a page in words or, where no page was asked for, as a line. */
export function tooManyRequests(request: NextRequest, standing: NonNullable<Standing>, requestId: string): NextResponse {
  const wait = `${standing.resetSeconds} ${standing.resetSeconds === 1 ? "second" : "seconds"}`;
  const headers = { ...limitHeaders(standing), "x-request-id": requestId, "cache-control": "no-store" };
  if (!(request.headers.get("accept") ?? "").includes("text/html")) {
    return new NextResponse(`Too many requests. Try again in ${wait}.\n`, { status: 429, headers: { ...headers, "content-type": "text/plain; charset=utf-8", "content-security-policy": dataPolicy } });
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  return new NextResponse(page(wait, nonce), { status: 429, headers: { ...headers, "content-type": "text/html; charset=utf-8", "content-security-policy": pagePolicy({ nonce }) } });
}

/** Made without the product's frame: what is asked too often shall cost nothing. The link leads back to this very address. */
function page(wait: string, nonce: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Too many requests · Intermesh</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 14px/1.5 Inter, system-ui, sans-serif }
body { max-width: 36rem; margin: 0 auto; padding: 4rem 1rem; color: light-dark(#1a1a1f, #ededf0); background: light-dark(#ffffff, #121215) }
h1 { margin: 0 0 .5rem; font-size: 22px; line-height: 1.25; letter-spacing: -.02em }
p { margin: 0 0 1rem; color: light-dark(#55555f, #ababb6) }
a { color: light-dark(#4f46c8, #a9a4f5) }
</style>
<main>
<h1>Too many requests</h1>
<p>This address, or your session, asked for more pages in a minute than this server makes for one. Nothing is lost and nothing was changed: wait ${wait}, then load the page again.</p>
<p><a href="">Load again</a></p>
<p>If people share the address and nobody asked so often, an administrator can raise <code>RATE_LIMIT_PER_MINUTE</code>.</p>
</main>
</html>
`;
}
