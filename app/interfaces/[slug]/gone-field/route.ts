import { createElement } from "react";
import { GoneField } from "#components/interface/gone-field.tsx";
import { renderStatic } from "#components/static/render-static.ts";
import { contextFromRequest } from "#lib/auth/request-context.ts";
import { findGoneField } from "#lib/catalog/parts/last-seen/find-gone-field.ts";
import { isPartKind } from "#lib/catalog/parts/part-kinds.ts";
import { ServiceError } from "#lib/errors.ts";

const fieldCharsMax = 1_000;

/** Where a field was that the `#` of a page's address names and the page does not have, as HTML to put on top of it. Empty (204) where there is nothing to say. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const [kind, id, field] = [query.get("kind") ?? "", query.get("id") ?? "", query.get("field") ?? ""];
  if (!isPartKind(kind) || id === "" || field === "" || field.length > fieldCharsMax) return new Response(null, { status: 204 });
  const place = { slug: decodeURIComponent((await params).slug), line: query.get("line"), version: Number(query.get("version")) || null };
  try {
    const gone = await findGoneField({ ctx: await contextFromRequest(request), input: { ...place, kind, id, field } });
    if (gone === null) return new Response(null, { status: 204 });
    const html = renderStatic(createElement(GoneField, { gone }));
    return new Response(html, { headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-cache", "content-security-policy": "default-src 'none'; sandbox", "x-content-type-options": "nosniff" } });
  } catch (error) {
    if (error instanceof ServiceError) return new Response(null, { status: error.status });
    throw error;
  }
}
