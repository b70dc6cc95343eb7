import { setTimeout as sleep } from "node:timers/promises";
import { CommandError } from "../command-error.ts";
import type { PipelineToken } from "./pipeline-token.ts";
import { UnreachableError } from "./unreachable-error.ts";

export type Answer = { status: number; body: unknown };
export type RequestOptions = { method?: string; query?: Record<string, string | undefined>; body?: () => BodyInit; contentType?: string };

// A server that has answered before is being restarted or is busy; one that never did is not there.
const attemptsMax = { known: 6, unknown: 2 };
// Not yet, or not now: asking again is right, since publishing twice changes nothing.
const passing = new Set([429, 502, 503, 504]);

/** The REST interface of a server. */
export class Server {
  readonly origin: string;
  readonly #token: string | PipelineToken | null;
  #known = false;

  constructor(origin: string, token: string | PipelineToken | null) {
    this.origin = origin;
    this.#token = token;
  }

  /**
   * Asks, and asks again while the server is busy or being restarted.
   * @throws UnreachableError when it does not answer, or keeps answering that it cannot
   */
  async request(path: string, options: RequestOptions = {}): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const last = attempt >= (this.#known ? attemptsMax.known : attemptsMax.unknown);
      const response = await this.#send(path, options).catch((error: unknown) => {
        if (error instanceof CommandError) throw error;
        if (last) throw new UnreachableError(`${this.origin} does not answer (${reasonOf(error)}). Is it running, and is the address right?`, { cause: error });
        return null;
      });
      if (response) this.#known = true;
      if (response && !passing.has(response.status)) return { status: response.status, body: await readBody(response) };
      if (response && attempt >= attemptsMax.known) throw new UnreachableError(`${this.origin} is too busy: it answered ${response.status}, ${attempt} times.`);
      await sleep(pauseMs(attempt, response?.headers.get("retry-after") ?? null));
    }
  }

  async #send(path: string, { method = "GET", query = {}, body, contentType }: RequestOptions): Promise<Response> {
    const url = new URL(path, this.origin);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
    const headers = new Headers({ accept: "application/json", "user-agent": "intermesh-cli" });
    // A pipeline's identity token is taken where something is sent, and not for reading.
    const token = typeof this.#token === "function" ? (method === "GET" ? null : await this.#token()) : this.#token;
    if (token) headers.set("authorization", `Bearer ${token}`);
    if (contentType) headers.set("content-type", contentType);
    // A body is made anew for each attempt; a redirect would carry the token elsewhere.
    return fetch(url, { method, headers, body: body?.(), redirect: "error", signal: AbortSignal.timeout(300_000) });
  }
}

function pauseMs(attempt: number, retryAfter: string | null): number {
  const asked = Number(retryAfter) * 1000;
  return asked > 0 ? Math.min(asked, 30_000) : Math.min(250 * 2 ** attempt, 8_000);
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? ("code" in cause ? String(cause.code) : cause.message) : String(cause);
}
