import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import type { Auth } from "./create-auth.ts";
import { originOf } from "./origin-of.ts";

export type SessionCookie = { name: string; value: string; options: ReturnType<typeof toCookieOptions> };
export type SignedIn = { ok: true; cookies: SessionCookie[] } | { ok: false; message: string };

/**
 * Signs in with a password. Goes through better-auth's own door, so that its throttle and checks hold, and returns the
 * cookies to set. `headers` are those of the request that brought the password.
 */
export async function signIn(auth: Auth, input: { email: string; password: string; headers: Headers; publicUrl: string | undefined }): Promise<SignedIn> {
  const origin = originOf(input.headers, input.publicUrl);
  const headers = new Headers({ "content-type": "application/json", origin });
  for (const name of ["x-forwarded-for", "user-agent"]) {
    const value = input.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const body = JSON.stringify({ email: input.email.trim(), password: input.password });
  const response = await auth.handler(new Request(`${origin}/api/auth/sign-in/email`, { method: "POST", headers, body }));
  if (response.status === 429) return { ok: false, message: "Too many attempts. Wait a minute, then try again." };
  if (response.status === 400 || response.status === 401) return { ok: false, message: "The e-mail address or the password is not right." };
  if (!response.ok) throw new Error(`Signing in answered ${response.status}.`);
  const cookies = [...parseSetCookieHeader(response.headers.getSetCookie().join(", "))];
  return { ok: true, cookies: cookies.map(([name, attributes]) => ({ name, value: attributes.value, options: toCookieOptions(attributes) })) };
}
