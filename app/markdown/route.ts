import { contextFromRequest } from "#lib/auth/request-context.ts";
import { originOf } from "#lib/auth/origin-of.ts";
import { dataPolicy } from "#lib/auth/security-headers.ts";
import { env } from "#lib/env.ts";
import { ServiceError } from "#lib/errors.ts";
import { markdownOf } from "./markdown-of.ts";

/** A page as Markdown: the proxy sends `/interfaces/x.md` here, its address as `?page=` in base64url; `?of=` says it in plain. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const of = Buffer.from(searchParams.get("page") ?? "", "base64url").toString() || (searchParams.get("of") ?? "");
  if (!URL.canParse(of, "http://localhost")) return answer("Say which page: `?of=/interfaces/x.md`.", 400);
  const asked = new URL(of, "http://localhost");
  try {
    const text = asked.pathname.endsWith(".md") ? await markdownOf(await contextFromRequest(request), asked.pathname.slice(0, -".md".length), asked.searchParams, originOf(request.headers, env().PUBLIC_URL)) : null;
    return text === null ? answer("No page of this address is there as Markdown.", 404) : answer(`${text}\n`, 200);
  } catch (error) {
    if (error instanceof ServiceError) return answer(error.message, error.status);
    throw error;
  }
}

function answer(text: string, status: number): Response {
  return new Response(text, { status, headers: { "content-type": `text/${status === 200 ? "markdown" : "plain"}; charset=utf-8`, "x-content-type-options": "nosniff", "content-security-policy": dataPolicy, "cache-control": "private, no-cache" } });
}
