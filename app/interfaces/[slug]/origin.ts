import { headers } from "next/headers";

/** Where this page was asked for, for commands that one copies: `http://localhost:3000`. */
export async function originOfPage(): Promise<string> {
  const sent = await headers();
  const host = sent.get("x-forwarded-host") ?? sent.get("host") ?? "localhost:3000";
  return `${sent.get("x-forwarded-proto")?.split(",")[0] ?? "http"}://${host}`;
}
