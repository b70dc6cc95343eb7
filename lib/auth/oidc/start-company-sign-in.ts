import { z } from "zod";
import type { Auth } from "../create-auth.ts";
import { forwardToAuth } from "../forward-to-auth.ts";
import { companyProvider } from "./company-provider.ts";

/**
 * Begins to sign in with the company's provider: where to send the browser, and the cookies that remember it.
 * `headers` are those of the request that asks; `next` a path of ours to come back to. `null` when it cannot begin.
 */
export async function startCompanySignIn(auth: Auth, input: { headers: Headers; next: string; publicUrl: string | undefined }): Promise<{ url: string; setCookies: string[] } | null> {
  const errorCallbackURL = input.next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(input.next)}`;
  const body = { provider: companyProvider, callbackURL: input.next, errorCallbackURL };
  const { response } = await forwardToAuth(auth, "/sign-in/social", { ...input, body });
  const answer = z.object({ url: z.url() }).safeParse(await response.json().catch(() => null));
  return response.ok && answer.success ? { url: answer.data.url, setCookies: response.headers.getSetCookie() } : null;
}
