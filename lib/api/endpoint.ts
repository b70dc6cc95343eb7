import type { z } from "zod";
import type { Ctx } from "../auth/context.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * One address of the REST interface. The schemas check the request and describe it in the OpenAPI document;
 * `response` also decides what leaves: members it does not name are left out.
 */
export type Endpoint = {
  method: Method;
  /** Under /api/v1, parameters in braces: `/interfaces/{slug}`. */
  path: string;
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** JSON body. An upload is read by the handler itself, within the limits of the installation. */
  body?: z.ZodType;
  upload?: boolean;
  /** Answers everyone, also where a visitor who is not signed in reads nothing. */
  open?: boolean;
  /** Of a person's own things: needs a session, or a token with the scope `admin`; other tokens are refused. */
  session?: boolean;
  /** Takes the identity tokens of pipelines as well. */
  pipelines?: boolean;
  /** Reads what a token that publishes and does not read may publish to, and so is open to it. */
  publishing?: boolean;
  responses: Record<number, { description: string; schema?: z.ZodType; mediaType?: string }>;
  handle: (request: EndpointRequest) => Promise<Answer>;
};

// The dispatcher has parsed each part by the endpoint's own schema; `endpoint` below restores the types.
export type EndpointRequest = { ctx: Ctx; params: never; query: never; body: never; request: Request };
/** `body` is JSON unless it is bytes or a text with a `content-type` among the headers. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Typed<P, Q, B> = Omit<Endpoint, "handle" | "params" | "query" | "body"> & {
  params?: P;
  query?: Q;
  body?: B;
  handle: (request: { ctx: Ctx; params: Parsed<P>; query: Parsed<Q>; body: Parsed<B>; request: Request }) => Promise<Answer>;
};

/** Declares an endpoint, with the types of its parts known to its handler. */
export function endpoint<P extends z.ZodObject | undefined = undefined, Q extends z.ZodObject | undefined = undefined, B extends z.ZodType | undefined = undefined>(
  declared: Typed<P, Q, B>,
): Endpoint {
  return declared as unknown as Endpoint;
}
