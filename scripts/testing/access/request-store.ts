import { AsyncLocalStorage } from "node:async_hooks";

const store = new AsyncLocalStorage<Headers>();

/** Runs what reads its request through `next/headers` as if these headers had come with one. */
export function withHeaders<T>(headers: Headers, run: () => Promise<T>): Promise<T> {
  return store.run(headers, run);
}

/** In place of `next/headers`, which works only inside Next.js. */
export const nextHeaders = {
  headers: async () => store.getStore() ?? new Headers(),
  cookies: async () => jarOf(store.getStore()?.get("cookie") ?? ""),
};

/** In place of `next/cache`: nothing is cached here. */
export const nextCache = { revalidatePath: () => {}, revalidateTag: () => {}, updateTag: () => {}, refresh: () => {} };

function jarOf(cookie: string) {
  const sent = new Map(cookie.split("; ").filter(Boolean).map((pair) => [pair.slice(0, pair.indexOf("=")), decodeURIComponent(pair.slice(pair.indexOf("=") + 1))]));
  const get = (name: string) => (sent.has(name) ? { name, value: sent.get(name) ?? "" } : undefined);
  return { get, getAll: () => [...sent].map(([name, value]) => ({ name, value })), has: (name: string) => sent.has(name), set: () => {}, delete: () => {} };
}
