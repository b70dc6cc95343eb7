import { createHash } from "node:crypto";
import { env } from "../env.ts";
import { addressOf } from "./address-of.ts";
import { isLoopback } from "./is-loopback.ts";
import { countSender, type Standing } from "./limit-requests.ts";
import { signedSessionOf } from "./session-token.ts";

/** Pages that cost the server more than a few rows, and those where something is guessed. Other reading is not counted. */
const costly = [/^\/search$/, /^\/mesh(\/|$)/, /^\/interfaces\/[^/]+\/diff$/, /^\/interfaces\/.*\.md$/, /^\/markdown$/, /\.atom$/, /^\/llms\.txt$/, /^\/(sign-in|sign-up|setup|invitations)(\/|$)/];

/**
 * Counts a costly page that is asked for, or a form that is posted, against the session that asks, else the address;
 * `null` where it is not counted. Half as often as over REST: a page costs more. Whoever sits at this machine is not
 * counted, and neither is one whose address is not known.
 */
export async function limitPage({ method, pathname, headers }: { method: string; pathname: string; headers: Headers }): Promise<Standing> {
  const isForm = method !== "GET" && method !== "HEAD";
  const address = addressOf(headers);
  if (address === null || isLoopback(address) || (!isForm && !costly.some((pattern) => pattern.test(pathname)))) return null;
  const { RATE_LIMIT_PER_MINUTE: perMinute, INTERMESH_SECRET: secret } = env();
  if (perMinute === 0) return null;
  // By its signature: nobody makes up sessions to be counted anew.
  const session = signedSessionOf(headers, secret);
  const limit = Math.max(1, Math.floor(perMinute * (session === null ? 1 : 4) * 0.5));
  return countSender({ kind: isForm ? "form" : "page", sender: session === null ? `address ${address}` : `session ${createHash("sha256").update(session).digest("hex").slice(0, 32)}`, limit });
}
