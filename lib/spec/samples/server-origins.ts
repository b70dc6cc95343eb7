import type { Server } from "../normalized-spec.ts";
import { expandUrl } from "./expand-server.ts";

export type CallableServer = { /** With its variables filled in, without a slash at the end. */ url: string; origin: string; description: string | null };

const countMax = 20;

/**
 * Servers that a browser can call: absolute http and https addresses, one for each combination of what their variables
 * may be. Never one of `ours`, the origins of this product itself, nor one that names a user.
 */
export function callableServers(servers: Server[], ours: string[]): CallableServer[] {
  const found = new Map<string, CallableServer>();
  for (const server of servers) {
    for (const text of expanded(server)) {
      if (!URL.canParse(text)) continue;
      const url = new URL(text);
      if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "" || ours.includes(url.origin) || /[\s;,'"]/.test(url.origin)) continue;
      const address = `${url.origin}${url.pathname}`.replace(/\/+$/, "");
      if (found.size < countMax && !found.has(address)) found.set(address, { url: address, origin: url.origin, description: server.description });
    }
  }
  return [...found.values()];
}

function expanded(server: Server): string[] {
  let values: Record<string, string>[] = [{}];
  for (const [name, { enum: allowed, default: usual }] of Object.entries(server.variables)) {
    const choices = [...new Set([...(usual === null ? [] : [usual]), ...allowed])].slice(0, countMax);
    if (choices.length > 0) values = values.flatMap((known) => choices.map((choice) => ({ ...known, [name]: choice }))).slice(0, countMax);
  }
  return values.map((known) => expandUrl(server, known)).filter((url) => !/[{}]/.test(url));
}
