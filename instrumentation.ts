/** Runs once in each web process, before its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { noteClientAddresses } = await import("#lib/auth/note-client-addresses.ts");
  noteClientAddresses(process.env.TRUSTED_PROXIES ?? "");
}
