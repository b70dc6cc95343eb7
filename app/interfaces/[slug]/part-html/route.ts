import { createElement } from "react";
import { SchemaPart } from "#components/schema/schema-part.tsx";
import { renderStatic } from "#components/static/render-static.ts";
import { contextFromRequest } from "#lib/auth/request-context.ts";
import { getSchemaPart } from "#lib/catalog/parts/get-schema-part.ts";
import { ServiceError } from "#lib/errors.ts";
import { partQueryOf } from "../part/part-address.ts";
import { partRoot } from "../part/part-root.ts";

/** A part of a schema as HTML, to be put in place on a page that shows less. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const { slug } = await params;
  const asked = partQueryOf(query);
  if (asked === null) return new Response("`at`, `from` and `media` are numbers.", { status: 400, headers: { "content-type": "text/plain; charset=utf-8" } });
  const page = { slug: decodeURIComponent(slug), line: query.get("line"), version: Number(query.get("version")) || null };
  try {
    const part = await getSchemaPart({ ctx: await contextFromRequest(request), input: { ...page, ...asked.address } });
    const html = renderStatic(createElement(SchemaPart, { ...asked, part, page, root: partRoot(query), at: asked.address.at }));
    return new Response(html, { headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, max-age=60", "content-security-policy": "default-src 'none'; sandbox", "x-content-type-options": "nosniff" } });
  } catch (error) {
    if (error instanceof ServiceError) return new Response(error.message, { status: error.status, headers: { "content-type": "text/plain; charset=utf-8" } });
    throw error;
  }
}
