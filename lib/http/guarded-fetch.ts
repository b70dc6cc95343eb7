import { lookup as resolve } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import type { Readable } from "node:stream";
import { Agent, buildConnector, request } from "undici";
import { isInternalAddress } from "./internal-address.ts";

export type GuardedRequest = {
  url: string;
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** For all of it, the last byte of the answer included. */
  timeoutMs?: number;
  /** Of the answer; what comes after is cut off and the connection closed. */
  bytesMax?: number;
  /** How long the answer's body is waited for where its status is enough; what has not come by then is left out. Otherwise it must come whole. */
  bodyMs?: number;
  /** Lets this machine and internal networks be reached: an administrator's decision. */
  allowInternal?: boolean;
};

export type GuardedAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Uint8Array;
  /** Whether there was, or may have been, more. */
  cut: boolean;
  /** Whether it came from this machine or an internal network, whatever its name says. */
  isInternal: boolean;
};

/** Why an address was not asked, or gave no answer; the sentence may be shown to whoever gave the address. */
export class GuardedFetchError extends Error {
  readonly reason: "address" | "internal" | "unreachable" | "timeout";
  constructor(reason: GuardedFetchError["reason"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "GuardedFetchError";
    this.reason = reason;
  }
}

const guardedLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "", 0);
    const [first] = addresses;
    const refused = addresses.find(({ address }) => isInternalAddress(address));
    if (!first || refused) return callback(Object.assign(new Error("internal"), { code: "EINTERNAL" }), "", 0);
    if (options.all) return (callback as unknown as (error: null, all: typeof addresses) => void)(null, addresses);
    callback(null, first.address, first.family);
  });
};

const agents = { open: agent(true), guarded: agent(false) };
/** Origins that were reached at an internal address: what a connection that is kept for the next request led to. */
const internalOrigins = new Set<string>();

/**
 * Asks an address that a user gave. Internal addresses are refused when connecting, so the address that was checked is the
 * one connected to; redirects are answers like any other and are not followed; no cookies, no proxy of the environment.
 * @throws GuardedFetchError
 */
export async function guardedFetch(input: GuardedRequest): Promise<GuardedAnswer> {
  const { timeoutMs = 10_000, bytesMax = 1024, allowInternal = false } = input;
  const url = readUrl(input.url, allowInternal);
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await request(url, {
      method: input.method ?? "GET",
      headers: { "user-agent": "Intermesh", "accept-encoding": "identity", ...input.headers },
      body: input.body ?? null,
      dispatcher: allowInternal ? agents.open : agents.guarded,
      signal,
    });
    const { bytes, cut } = await readSome(answer.body, bytesMax, input.bodyMs);
    return { status: answer.statusCode, headers: answer.headers, bytes, cut, isInternal: internalOrigins.has(url.origin) };
  } catch (error) {
    throw explain(error, url, signal, timeoutMs);
  }
}

/** Refuses at once an address that would be refused when asked, as far as that is known without looking it up. @throws GuardedFetchError */
export function assertMayBeAsked(address: string, allowInternal: boolean): void {
  const url = readUrl(address, allowInternal);
  if (!allowInternal && /(?:^|\.)localhost\.?$/.test(url.hostname)) throw internal(url);
}

function readUrl(text: string, allowInternal: boolean): URL {
  if (!URL.canParse(text)) throw new GuardedFetchError("address", `"${text.slice(0, 200)}" is not an address.`);
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new GuardedFetchError("address", `Only http and https addresses can be asked, not ${url.protocol}`);
  if (url.username !== "" || url.password !== "") throw new GuardedFetchError("address", "An address with a user name or password in it is not asked.");
  // A literal address is connected to without being looked up.
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!allowInternal && ipaddr.isValid(host) && isInternalAddress(host)) throw internal(url);
  return url;
}

function agent(allowInternal: boolean): Agent {
  const connect = buildConnector({ timeout: 10_000, ...(allowInternal ? {} : { lookup: guardedLookup }) });
  return new Agent({
    headersTimeout: 60_000, bodyTimeout: 60_000, keepAliveTimeout: 1_000, maxResponseSize: -1,
    connect: (options, callback) => connect(options, (...made) => {
      const address = made[1]?.remoteAddress;
      if (address && isInternalAddress(address)) internalOrigins.add(originOf(options));
      callback(...made);
    }),
  });
}

function originOf({ protocol, hostname, port }: buildConnector.Options): string {
  return new URL(`${protocol}//${hostname}${port ? `:${port}` : ""}`).origin;
}

async function readSome(body: Readable, bytesMax: number, bodyMs?: number): Promise<{ bytes: Uint8Array; cut: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isLate = false;
  const timer = bodyMs === undefined ? undefined : setTimeout(() => ((isLate = true), body.destroy()), bodyMs);
  try {
    // Leaving the loop destroys the stream, and with it the connection.
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      chunks.push(chunk.subarray(0, bytesMax - size));
      size += chunk.length;
      if (size > bytesMax) return { bytes: Buffer.concat(chunks), cut: true };
    }
  } catch (error) {
    if (bodyMs === undefined) throw error;
    isLate = true;
  } finally {
    clearTimeout(timer);
  }
  return { bytes: Buffer.concat(chunks), cut: isLate };
}

function internal(url: URL): GuardedFetchError {
  return new GuardedFetchError("internal", `${url.hostname} is this machine or lies in an internal network. An administrator can allow such addresses.`);
}

function explain(error: unknown, url: URL, signal: AbortSignal, timeoutMs: number): GuardedFetchError {
  const code = codeOf(error);
  if (code === "EINTERNAL") return internal(url);
  if (signal.aborted) return new GuardedFetchError("timeout", `${url.hostname} did not answer within ${timeoutMs / 1000} s.`, { cause: error });
  return new GuardedFetchError("unreachable", `${url.hostname} could not be reached${code ? ` (${code})` : ""}.`, { cause: error });
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return typeof code === "string" ? code : codeOf(cause);
}
