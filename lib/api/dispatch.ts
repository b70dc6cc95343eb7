import type { z } from "zod";
import { assertReads, contextFromRequest } from "../auth/request-context.ts";
import { addressOf } from "../auth/address-of.ts";
import { limitHeaders, limitRequest, type Standing, TooManyRequestsError } from "../auth/limit-requests.ts";
import { requestIdOf } from "../auth/request-id-of.ts";
import { dataPolicy, securityHeaders } from "../auth/security-headers.ts";
import { ServiceError, UnauthenticatedError, ValidationError } from "../errors.ts";
import { log } from "../log.ts";
import { countRequest } from "../metrics.ts";
import type { Answer, Endpoint, EndpointRequest } from "./endpoint.ts";
import { endpoints } from "./endpoints.ts";
import { problemResponse } from "./problem.ts";
import { readBody } from "./read-body.ts";

const prefix = "/api/v1";
const compiled = endpoints.map((endpoint) => ({ endpoint, pattern: new RegExp(`^${endpoint.path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`) }));

/** Answers one request under /api/v1: finds its endpoint, checks its parts, runs it, maps refusals to problem documents. */
export async function dispatch(request: Request): Promise<Response> {
  const started = performance.now();
  const requestId = requestIdOf(request.headers);
  const url = new URL(request.url);
  const path = url.pathname.slice(prefix.length);
  const { endpoint, response } = await answer(request, url, path, requestId);
  countRequest({ method: request.method, route: endpoint?.path ?? "unknown", status: response.status, seconds: (performance.now() - started) / 1000 });
  for (const [name, value] of Object.entries({ ...securityHeaders, "content-security-policy": dataPolicy })) {
    // A handler may know better, such as for a picture that other sites show.
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return request.method === "HEAD" ? new Response(null, response) : response;
}

async function answer(request: Request, url: URL, path: string, requestId: string): Promise<{ endpoint?: Endpoint; response: Response }> {
  const matching = compiled.flatMap(({ endpoint, pattern }) => {
    const match = pattern.exec(path);
    return match ? [{ endpoint, params: match.groups ?? {} }] : [];
  });
  // HEAD is GET without its body (RFC 9110, section 9.3.2).
  const method = request.method === "HEAD" ? "GET" : request.method;
  let standing: Standing = null;
  // Who guesses tokens is counted by address.
  const refuseStranger = async (error: unknown): Promise<never> => {
    if (error instanceof UnauthenticatedError && request.headers.has("authorization")) standing = await limitRequest({ actor: { kind: "anonymous" }, address: addressOf(request.headers), isChange: true });
    throw standing && !standing.allowed ? new TooManyRequestsError(standing.resetSeconds) : error;
  };
  const found = matching.find(({ endpoint }) => endpoint.method === method);
  try {
    // PostgreSQL keeps no NUL in a text, so nothing can be named by one.
    if (/%00/.test(request.url)) throw new ValidationError("The address holds a NUL character (%00). Nothing has one in its name.");
    if (!found) throw noEndpoint(matching.map(({ endpoint }) => endpoint.method), path);
    const { endpoint } = found;
    const taken = { pipelines: endpoint.pipelines ?? false, publishes: endpoint.method !== "GET", ownOnly: true };
    const ctx = { ...(await contextFromRequest(request, taken).catch(refuseStranger)), requestId };
    standing = await limitRequest({ actor: ctx.actor, address: ctx.address ?? null, isChange: endpoint.method !== "GET" });
    if (standing && !standing.allowed) throw new TooManyRequestsError(standing.resetSeconds);
    if (!endpoint.publishing && !endpoint.open) assertReads(ctx);
    // Where visitors read nothing, an empty list would look like an empty catalog.
    if (!endpoint.open && !ctx.scope.seesPublic && !ctx.scope.publishes) throw new UnauthenticatedError();
    const given = { ctx, request, params: endpoint.params?.parse(decodeAll(found.params)), query: endpoint.query?.parse(queryOf(url)), body: endpoint.body?.parse(await jsonOf(request)) } as EndpointRequest;
    return { endpoint, response: withHeaders(toResponse(endpoint, await endpoint.handle(given), requestId), limitHeaders(standing)) };
  } catch (error) {
    const response = withHeaders(problemResponse(error, requestId), limitHeaders(standing));
    if (response.status >= 500) log.error({ err: error, requestId, method: request.method, path }, "request failed");
    return { ...(found ? { endpoint: found.endpoint } : {}), response };
  }
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function noEndpoint(methods: string[], path: string): ServiceError {
  if (methods.length > 0) return new ServiceError("method-not-allowed", 405, `${prefix}${path} answers ${methods.join(", ")}.`, { allow: methods });
  return new ServiceError("not-found", 404, `There is nothing at ${prefix}${path}. ${prefix}/openapi.json describes what there is.`);
}

function toResponse(endpoint: Endpoint, { status, body, headers = {} }: Answer, requestId: string): Response {
  const all = new Headers({ "x-request-id": requestId, "cache-control": "no-store", ...headers });
  if (body === undefined) return new Response(null, { status, headers: all });
  if (typeof body === "string" || body instanceof Uint8Array) return new Response(body as BodyInit, { status, headers: all });
  all.set("content-type", "application/json; charset=utf-8");
  const schema = endpoint.responses[status]?.schema;
  return new Response(JSON.stringify(schema ? shaped(schema, body) : body), { status, headers: all });
}

/** An answer that is not of its own shape is our mistake, never the request's. */
function shaped(schema: z.ZodType, body: unknown): unknown {
  const { data, error } = schema.safeParse(body);
  if (error) throw new Error("An answer does not have the shape that it promises.", { cause: error });
  return data;
}

/** Repeated members become lists; empty ones are as if not given. */
function queryOf(url: URL): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name).filter((value) => value !== "");
    const [only] = values;
    if (only !== undefined) query[name] = values.length > 1 ? values : only;
  }
  return query;
}

function decodeAll(params: Record<string, string>): Record<string, string> {
  try {
    return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch {
    throw new ValidationError("The address holds a percent sign that encodes nothing.");
  }
}

async function jsonOf(request: Request): Promise<unknown> {
  const text = new TextDecoder().decode(await readBody(request, 1024 * 1024));
  if (text.trim() === "") return {};
  if (/\\u0000/.test(text)) throw new ValidationError("The body holds a NUL character (\\u0000). Nothing may.");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ValidationError(`The body is not JSON: ${cause instanceof Error ? cause.message : "unreadable"}.`);
  }
}
