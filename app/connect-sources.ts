import type { NextRequest } from "next/server";
import { contextFromRequest } from "#lib/auth/request-context.ts";
import { getCallableOperation } from "#lib/catalog/parts/get-callable-operation.ts";
import { ownOrigins } from "#lib/http/own-origins.ts";

const tryPage = /^\/interfaces\/([^/]+)\/operations\/([^/]+)\/try$/;

/**
 * Other origins that scripts of this page may send requests to: of the page on which an operation is tried the servers
 * that its document names, as far as the reader may see it; else none. A policy holds for a document until it is left, so
 * such a page is reached by a plain `<a>`, never by a soft navigation.
 */
export async function connectSources(request: NextRequest): Promise<string[]> {
  const [, slug, key] = tryPage.exec(request.nextUrl.pathname) ?? [];
  if (slug === undefined || key === undefined) return [];
  const query = request.nextUrl.searchParams;
  try {
    const input = { slug: decodeURIComponent(slug), key, line: query.get("line"), version: Number(query.get("version")) || null, ours: ownOrigins(request.headers, process.env.PUBLIC_URL) };
    const { servers } = await getCallableOperation({ ctx: await contextFromRequest(request), input });
    return [...new Set(servers.map(({ origin }) => origin))];
  } catch {
    // Whatever is wrong, the page itself says.
    return [];
  }
}
