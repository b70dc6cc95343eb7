type Store = Map<string, string>;

// Server components and the renderer of the first HTML are two module graphs of one process: this is what they share.
const store = (): Store => ((globalThis as typeof globalThis & { intermeshHtml?: Store }).intermeshHtml ??= new Map<string, string>());

// Rendering may ask twice, at once; what nobody asks for goes later. Under load these texts are most of the memory.
const keptMs = 30_000;
const keptOnceTakenMs = 5_000;

/** Leaves HTML for the renderer of the same request, which takes it moments later; gives the name to take it by. */
export function handOver(html: string): string {
  const id = crypto.randomUUID();
  store().set(id, html);
  setTimeout(() => store().delete(id), keptMs).unref();
  return id;
}

/** What was left under a name. */
export function takeOver(id: string): string {
  const html = store().get(id);
  if (html !== undefined) setTimeout(() => store().delete(id), keptOnceTakenMs).unref();
  return html ?? "";
}
