import { z } from "zod";
import type { Ctx } from "#lib/auth/context.ts";
import { getCallableOperation } from "#lib/catalog/parts/get-callable-operation.ts";
import { ForbiddenError, ServiceError, UnauthenticatedError } from "#lib/errors.ts";
import { guardedFetch } from "#lib/http/guarded-fetch.ts";
import { isAllowedHost } from "../proxy-hosts.ts";

const CallBody = z.object({
  url: z.url({ protocol: /^https?$/ }).max(8_000),
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]),
  headers: z.record(z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/).max(200), z.string().max(8_000).regex(/^[\t\x20-\x7e\x80-\xff]*$/)),
  body: z.string().max(1_000_000).nullable(),
});

// What belongs to a connection or to a browser's own state is not passed on, in either direction.
const keptBack = new Set(["cookie", "cookie2", "set-cookie", "host", "connection", "content-length", "transfer-encoding", "upgrade", "proxy-authorization", "proxy-authenticate", "te", "trailer", "keep-alive", "forwarded", "via", "origin", "referer", "expect"]);
const bytesMax = 1_000_000;

export type SentCall = { status: number; headers: [string, string][]; text: string; cut: boolean };
type Input = { slug: string; line: string | null; version: number | null; key: string; /** Origins of this product. */ ours: string[]; /** As `TRY_PROXY_HOSTS` lists them. */ allowedHosts: string | undefined; body: unknown };

/**
 * Sends a call for somebody who is signed in: to a server that the document names and an administrator allows, never to
 * an internal address or to this machine; no redirects, no cookies. The answer is data, for a form to show as text.
 * @throws ServiceError for a call that is not sent, GuardedFetchError for one that has no answer
 */
export async function sendCall(ctx: Ctx, input: Input): Promise<SentCall> {
  const { servers } = await getCallableOperation({ ctx, input });
  if (ctx.actor.kind !== "person") throw new UnauthenticatedError();
  const call = CallBody.safeParse(input.body);
  if (!call.success) throw new ServiceError("not-a-call", 400, "This is not a call: it needs `url`, `method`, `headers` and `body`.");
  const { url: address, method, headers: sent, body } = call.data;
  const url = new URL(address);
  if (input.ours.includes(url.origin) || !servers.some((server) => server.origin === url.origin)) throw new ForbiddenError(`The document names no server at ${url.origin}.`);
  if (!isAllowedHost(url.host, input.allowedHosts)) throw new ForbiddenError(`An administrator has not allowed ${url.host} (TRY_PROXY_HOSTS).`);
  const headers = Object.fromEntries(Object.entries(sent).filter(([name]) => !keptBack.has(name.toLowerCase())));
  const answer = await guardedFetch({ url: url.href, method, headers, ...(body === null ? {} : { body }), timeoutMs: 15_000, bytesMax });
  const shown = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] => (keptBack.has(name) || value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]]));
  return { status: answer.status, headers: shown, text: new TextDecoder().decode(answer.bytes), cut: answer.cut };
}
