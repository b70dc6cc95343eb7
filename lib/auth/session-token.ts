import { createHmac, timingSafeEqual } from "node:crypto";

/** The session's token within a cookie header, `null` without one. better-auth writes `token.signature`, encoded. */
export function sessionTokenOf(headers: Headers): string | null {
  return partsOf(headers)[0] ?? null;
}

/** The same where its signature is ours: nothing else can have made it. Whether the session still holds, the database knows. */
export function signedSessionOf(headers: Headers, secret: string): string | null {
  const [token, signature] = partsOf(headers);
  if (!token || !signature) return null;
  const [given, ours] = [Buffer.from(signature, "base64"), createHmac("sha256", secret).update(token).digest()];
  return given.length === ours.length && timingSafeEqual(given, ours) ? token : null;
}

function partsOf(headers: Headers): string[] {
  const value = /(?:^|;\s*)(?:__Secure-)?intermesh\.session_token=([^;]+)/.exec(headers.get("cookie") ?? "")?.[1];
  try {
    return value ? decodeURIComponent(value).split(".") : [];
  } catch {
    return [];
  }
}
