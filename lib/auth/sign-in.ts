import type { Auth } from "./create-auth.ts";
import { forwardToAuth, type SessionCookie } from "./forward-to-auth.ts";
import { retryAfterOf } from "./retry-after-of.ts";

export type SignedIn = { ok: true; cookies: SessionCookie[] } | { ok: false; message: string };

/** Signs in with a password; answers with the cookies to set. `headers` are those of the request that brought the password. */
export async function signIn(auth: Auth, input: { email: string; password: string; headers: Headers; publicUrl: string | undefined }): Promise<SignedIn> {
  const { response, cookies } = await forwardToAuth(auth, "/sign-in/email", { ...input, body: { email: input.email.trim(), password: input.password } });
  if (response.status === 429) return { ok: false, message: `Too many attempts. Try again in ${retryAfterOf(response)} seconds.` };
  if (response.status === 400 || response.status === 401) return { ok: false, message: "The e-mail address or the password is not right." };
  if (!response.ok) throw new Error(`Signing in answered ${response.status}.`);
  return { ok: true, cookies };
}
