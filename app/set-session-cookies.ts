import { cookies } from "next/headers";
import type { SessionCookie } from "#lib/auth/forward-to-auth.ts";

/** Hands a session's cookies to the browser; in a server action or route handler. */
export async function setSessionCookies(session: SessionCookie[]): Promise<void> {
  const jar = await cookies();
  for (const { name, value, options } of session) jar.set(name, value, options);
}
