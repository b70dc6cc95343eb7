import { z } from "zod";
import type { Auth } from "../create-auth.ts";
import { originOf } from "../origin-of.ts";
import { companyProvider } from "./company-provider.ts";

/**
 * Begins to sign in with the company's provider: where to send the browser, and the cookies that remember it.
 * `headers` are those of the request that asks; `next` a path of ours to come back to. `null` when it cannot begin.
 */
export async function startCompanySignIn(auth: Auth, input: { headers: Headers; next: string; publicUrl: string | undefined }): Promise<{ url: string; setCookies: string[] } | null> {
  const origin = originOf(input.headers, input.publicUrl);
  const headers = new Headers({ "content-type": "application/json", origin });
  for (const name of ["x-forwarded-for", "user-agent"]) {
    const value = input.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const errorCallbackURL = input.next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(input.next)}`;
  const body = JSON.stringify({ provider: companyProvider, callbackURL: input.next, errorCallbackURL });
  const response = await auth.handler(new Request(`${origin}/api/auth/sign-in/social`, { method: "POST", headers, body }));
  const answer = z.object({ url: z.url() }).safeParse(await response.json().catch(() => null));
  return response.ok && answer.success ? { url: answer.data.url, setCookies: response.headers.getSetCookie() } : null;
}
