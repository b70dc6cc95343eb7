import type { Ctx } from "#lib/auth/context.ts";
import { env } from "#lib/env.ts";

/** Whether the reader may send calls through this installation, to at least one of these servers. */
export function mayUseProxy(ctx: Ctx, servers: { url: string }[]): boolean {
  return ctx.actor.kind === "person" && servers.some(({ url }) => isAllowedHost(new URL(url).host, env().TRY_PROXY_HOSTS));
}

/** `api.example.com` and `*.shop.example` as an administrator lists them; `*.` stands for any name before it, never for none. */
export function isAllowedHost(host: string, allowed: string | undefined): boolean {
  return (allowed ?? "")
    .split(",")
    .map((entry) => entry.trim().toLowerCase())
    .some((entry) => entry !== "" && (entry.startsWith("*.") ? entry.length > 2 && host.endsWith(entry.slice(1)) : host === entry));
}
