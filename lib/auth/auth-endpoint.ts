import type { Auth } from "./create-auth.ts";
import { TooManyRequestsError } from "./limit-requests.ts";
import { originOf } from "./origin-of.ts";
import { retryAfterOf } from "./retry-after-of.ts";

/** What of better-auth is reachable from outside; the rest of its endpoints does not exist. */
const open = new Set(["/sign-in/email", "/callback/company", "/sign-out", "/get-session", "/list-sessions", "/revoke-session", "/revoke-other-sessions", "/change-password"]);

const bodyBytesMax = 64 * 1024;

/** Answers a request under `/api/auth` with better-auth, at the address its sender used. @throws TooManyRequestsError */
export async function authEndpoint(auth: Auth, request: Request, publicUrl: string | undefined): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (!open.has(pathname.replace(/^\/api\/auth/, ""))) return new Response("Not found", { status: 404 });
  const isRead = request.method === "GET";
  // Nothing here is long; a length that is not said could be any.
  if (!isRead && !(Number(request.headers.get("content-length") ?? NaN) <= bodyBytesMax)) return new Response("Too large", { status: 413 });
  const body = isRead ? null : await request.arrayBuffer();
  const answer = await auth.handler(new Request(`${originOf(request.headers, publicUrl)}${pathname}${search}`, { method: request.method, headers: request.headers, body }));
  if (answer.status === 429) throw new TooManyRequestsError(retryAfterOf(answer));
  return pathname.endsWith("/list-sessions") || pathname.endsWith("/get-session") ? withoutTokens(answer) : answer;
}

/** What a cookie is good for is for no script to read. */
async function withoutTokens(answer: Response): Promise<Response> {
  if (!answer.headers.get("content-type")?.includes("json")) return answer;
  const text = JSON.stringify(await answer.json(), (key, value: unknown) => (key === "token" ? undefined : value));
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  return new Response(text, { status: answer.status, headers });
}
