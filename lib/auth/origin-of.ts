/**
 * The origin under which a request came, as its sender wrote it: `publicUrl` where it is known, else from the Host
 * header. Next.js gives handlers the address the server is bound to, which a browser behind a name or a port mapping
 * does not know.
 */
export function originOf(headers: Headers, publicUrl: string | undefined): string {
  if (publicUrl) return new URL(publicUrl).origin;
  // A forged x-forwarded-proto changes only its sender's own cookies and links.
  const scheme = headers.get("x-forwarded-proto") === "https" ? "https" : "http";
  return `${scheme}://${headers.get("host") ?? "localhost"}`;
}
