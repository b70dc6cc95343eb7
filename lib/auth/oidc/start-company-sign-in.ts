import { z } from "zod";
import type { Auth } from "../create-auth.ts";
import { forwardToAuth } from "../forward-to-auth.ts";
import { companyProvider } from "./company-provider.ts";

/**
 * Begins to sign in with the company's provider: where to send the browser, and the cookies that remember it.
 * `headers` are those of the request that asks; `next` a path of ours to come back to. Otherwise why not, in a word that the page to sign in explains.
 */
export async function startCompanySignIn(auth: Auth, input: { headers: Headers; next: string; publicUrl: string | undefined }): Promise<{ url: string; setCookies: string[] } | { refused: "throttled" | "provider_unreachable" }> {
  const errorCallbackURL = input.next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(input.next)}`;
  const body = { provider: companyProvider, callbackURL: input.next, errorCallbackURL };
  const { response } = await forwardToAuth(auth, "/sign-in/social", { ...input, body });
  const answer = z.object({ url: z.url() }).safeParse(await response.json().catch(() => null));
  if (response.ok && answer.success) return { url: answer.data.url, setCookies: response.headers.getSetCookie() };
  return { refused: response.status === 429 ? "throttled" : "provider_unreachable" };
}
