import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import type { Auth } from "./create-auth.ts";
import { originOf } from "./origin-of.ts";

export type SessionCookie = { name: string; value: string; options: ReturnType<typeof toCookieOptions> };

/**
 * Asks better-auth through its own door, so that its throttle and checks hold. `headers` are those of the request that
 * brought it; its cookie goes along where `withCookie` says so.
 */
export async function forwardToAuth(auth: Auth, path: string, input: { body: Record<string, unknown>; headers: Headers; publicUrl: string | undefined; withCookie?: boolean }): Promise<{ response: Response; cookies: SessionCookie[] }> {
  const origin = originOf(input.headers, input.publicUrl);
  const headers = new Headers({ "content-type": "application/json", origin });
  for (const name of ["x-forwarded-for", "user-agent", "x-request-id", ...(input.withCookie ? ["cookie"] : [])]) {
    const value = input.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const response = await auth.handler(new Request(`${origin}/api/auth${path}`, { method: "POST", headers, body: JSON.stringify(input.body) }));
  const cookies = [...parseSetCookieHeader(response.headers.getSetCookie().join(", "))];
  return { response, cookies: cookies.map(([name, attributes]) => ({ name, value: attributes.value, options: toCookieOptions(attributes) })) };
}
