type Store = Map<string, string>;

// Server components and the renderer of the first HTML are two module graphs of one process: this is what they share.
const store = (): Store => ((globalThis as typeof globalThis & { intermeshHtml?: Store }).intermeshHtml ??= new Map<string, string>());

const keptMs = 30_000;

/** Leaves HTML for the renderer of the same request, which takes it moments later; gives the name to take it by. */
export function handOver(html: string): string {
  const id = crypto.randomUUID();
  store().set(id, html);
  setTimeout(() => store().delete(id), keptMs).unref();
  return id;
}

/** What was left under a name. Rendering may ask twice, so it stays until its time is over. */
export function takeOver(id: string): string {
  return store().get(id) ?? "";
}
