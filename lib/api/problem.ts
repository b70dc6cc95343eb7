import { ZodError } from "zod";
import { ServiceError } from "../errors.ts";

/** An RFC 9457 problem document. Anything unexpected is a 500 that says nothing of its cause. */
export function problemResponse(error: unknown, requestId: string): Response {
  const { status, code, message, detail } = describe(error);
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store", "x-request-id": requestId });
  if (typeof detail.retryAfterSeconds === "number") headers.set("retry-after", String(detail.retryAfterSeconds));
  if (Array.isArray(detail.allow)) headers.set("allow", detail.allow.join(", "));
  if (status === 401) headers.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify({ type: `urn:intermesh:problem:${code}`, title: titles[status] ?? "Error", status, detail: message, code, requestId, ...detail }), { status, headers });
}

const titles: Record<number, string> = {
  400: "Bad request", 401: "Unauthorized", 403: "Forbidden", 404: "Not found", 405: "Method not allowed", 409: "Conflict",
  410: "Gone", 413: "Content too large", 415: "Unsupported media type", 422: "Unprocessable content", 429: "Too many requests", 500: "Internal server error", 503: "Service unavailable",
};

function describe(error: unknown): { status: number; code: string; message: string; detail: Record<string, unknown> } {
  if (error instanceof ServiceError) return error;
  if (error instanceof ZodError) {
    const fields = Object.fromEntries(error.issues.map((issue) => [issue.path.join(".") || "(request)", issue.message]));
    const named = Object.entries(fields).map(([field, message]) => `${field}: ${message}`).join("; ");
    return { status: 400, code: "invalid-input", message: `The request is not as it should be. ${named}.`, detail: { fields } };
  }
  if (isConnectionLoss(error)) return { status: 503, code: "database-unavailable", message: "The database does not answer. Nothing was stored; try again in a moment.", detail: { retryAfterSeconds: 2 } };
  return { status: 500, code: "internal", message: "Something went wrong here. Nothing of what you sent is at fault; the request id finds it in the log.", detail: {} };
}

/** PostgreSQL stopped, starting, or out of reach: classes 08 and 57P of its error codes, or no connection at all. */
export function isConnectionLoss(error: unknown): boolean {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    const { code } = current as Error & { code?: string };
    if (code && /^(08|57P|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|53300)/.test(code)) return true;
    if (/Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/i.test(current.message)) return true;
  }
  return false;
}
