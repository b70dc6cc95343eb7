import { isPortTaken } from "#scripts/run/free-port.ts";
import type { StartOptions } from "#scripts/run/start-options.ts";

/** Throws a sentence when the address to serve cannot be listened on. */
export async function checkPort({ host, port }: StartOptions): Promise<void> {
  let taken: boolean;
  try {
    taken = await isPortTaken(port, host);
  } catch (error) {
    throw new Error(`Intermesh cannot listen on ${host}, port ${port} (${(error as NodeJS.ErrnoException).code}). Choose others: HOST=127.0.0.1 PORT=3001 npm start`);
  }
  if (taken) throw new Error(`Port ${port} on ${host} is in use by another program. Choose another: PORT=${port + 1} npm start`);
}
