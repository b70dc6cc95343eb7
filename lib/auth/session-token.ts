/** The session's token within a cookie header, `null` without one. better-auth writes `token.signature`, encoded. */
export function sessionTokenOf(headers: Headers): string | null {
  const cookie = headers.get("cookie") ?? "";
  const value = /(?:^|;\s*)(?:__Secure-)?intermesh\.session_token=([^;]+)/.exec(cookie)?.[1];
  return value ? (decodeURIComponent(value).split(".")[0] ?? null) : null;
}
