import { contextFromRequest } from "#lib/auth/request-context.ts";
import { dataPolicy } from "#lib/auth/security-headers.ts";
import { ServiceError } from "#lib/errors.ts";
import { interfacesMarkdown } from "../markdown/markdown-of.ts";

/** What this site holds, for machines that read: https://llmstxt.org. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff", "content-security-policy": dataPolicy, "cache-control": "private, no-cache" };
  try {
    return new Response(`${await interfacesMarkdown(await contextFromRequest(request), null)}\n`, { headers });
  } catch (error) {
    if (error instanceof ServiceError) return new Response(error.message, { status: error.status, headers });
    throw error;
  }
}
