import type { Server } from "../normalized-spec.ts";

/** The address to call: of the first real server, its variables at what they are unless said otherwise, without a slash at the end. */
export function expandServer(servers: Server[]): string {
  const server = servers.find((candidate) => !candidate.placeholder) ?? servers[0];
  if (server === undefined) return "https://example.com";
  const url = expandUrl(server);
  return (url.startsWith("/") ? `https://example.com${url}` : url).replace(/\/+$/, "");
}

/** `https://{region}.shop.test/v1` with each variable replaced by `values`, else its default. */
export function expandUrl(server: Pick<Server, "url" | "variables">, values: Record<string, string> = {}): string {
  return server.url.replace(/\{([^{}]+)\}/g, (spelled, name: string) => values[name] ?? server.variables[name]?.default ?? spelled);
}
