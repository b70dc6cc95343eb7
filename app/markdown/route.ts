import type { Ctx } from "#lib/auth/context.ts";
import { contextFromRequest } from "#lib/auth/request-context.ts";
import { originOf } from "#lib/auth/origin-of.ts";
import { dataPolicy } from "#lib/auth/security-headers.ts";
import { env } from "#lib/env.ts";
import { NotFoundError, ServiceError } from "#lib/errors.ts";
import { goneMarkdown } from "./gone-markdown.ts";
import { markdownOf } from "./markdown-of.ts";

/** A page as Markdown: the proxy sends `/interfaces/x.md` here, its address as `?page=` in base64url; `?of=` says it in plain. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const of = Buffer.from(searchParams.get("page") ?? "", "base64url").toString() || (searchParams.get("of") ?? "");
  if (!URL.canParse(of, "http://localhost")) return answer("Say which page: `?of=/interfaces/x.md`.", 400);
  const asked = new URL(of, "http://localhost");
  try {
    const { text, status } = asked.pathname.endsWith(".md") ? await pageOrGone(await contextFromRequest(request), asked, originOf(request.headers, env().PUBLIC_URL)) : { text: null, status: 404 };
    return text === null ? answer("No page of this address is there as Markdown.", 404) : answer(`${text}\n`, status, "markdown");
  } catch (error) {
    if (error instanceof ServiceError) return answer(error.message, error.status);
    throw error;
  }
}

/** The page, or what there is to say of a part that is gone. */
async function pageOrGone(ctx: Ctx, { pathname, search, searchParams }: URL, origin: string): Promise<{ text: string | null; status: number }> {
  const path = pathname.slice(0, -".md".length);
  try {
    return { text: await markdownOf(ctx, path, searchParams, origin), status: 200 };
  } catch (error) {
    const gone = error instanceof NotFoundError ? await goneMarkdown(ctx, `${path}${search}`) : null;
    if (gone === null) throw error;
    return { text: gone, status: 404 };
  }
}

function answer(text: string, status: number, type = "plain"): Response {
  return new Response(text, { status, headers: { "content-type": `text/${type}; charset=utf-8`, "x-content-type-options": "nosniff", "content-security-policy": dataPolicy, "cache-control": "private, no-cache" } });
}
