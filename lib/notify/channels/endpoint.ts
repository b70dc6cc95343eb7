import type { endpoints } from "#db/schema/notify/endpoints.ts";
import type { EndpointKind } from "#db/schema/notify/words.ts";
import { guardedFetch, GuardedFetchError } from "#lib/http/guarded-fetch.ts";
import { env } from "../../env.ts";
import type { Message } from "../words/message.ts";
import type { EndpointChannel, Outcome } from "./channel.ts";
import { slack } from "./slack.ts";
import { teams } from "./teams.ts";
import { webhook } from "./webhook.ts";

const channels: Record<EndpointKind, EndpointChannel> = { webhook, slack, teams };
const answerMax = 1024;
export const endpointTimeoutMs = 10_000;

/** Sends a message to an endpoint. Any answer but 2xx is a failure; a redirect is not followed. */
export async function sendToEndpoint(endpoint: typeof endpoints.$inferSelect, message: Message): Promise<{ outcome: Outcome; request: object }> {
  const channel = channels[endpoint.kind];
  const body = JSON.stringify(channel.body(message));
  const headers = { "content-type": "application/json", ...channel.headers?.(endpoint, message, body) };
  const request = { url: endpoint.url, headers, body: body.slice(0, 16_384) };
  try {
    const { status, bytes, isInternal } = await guardedFetch({ url: endpoint.url, method: "POST", headers, body, timeoutMs: endpointTimeoutMs, bytesMax: answerMax, bodyMs: 2_000, allowInternal: env().NOTIFY_INTERNAL });
    // Of an internal address nothing that it answers is kept.
    const answer = isInternal ? "" : printable(bytes);
    if (status >= 200 && status < 300) return { request, outcome: { ok: true, status, answer } };
    const redirect = status >= 300 && status < 400;
    return { request, outcome: { ok: false, status, answer, problem: redirect ? `It answered ${status}, a redirect; those are not followed. Give the final address.` : `It answered ${status}.`, permanent: redirect || status === 410 } };
  } catch (error) {
    if (!(error instanceof GuardedFetchError)) throw error;
    return { request, outcome: { ok: false, status: null, answer: "", problem: error.message, permanent: error.reason === "internal" || error.reason === "address" } };
  }
}

// PostgreSQL keeps no NUL in a text.
function printable(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll("\0", "\ufffd");
}
