import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startStack } from "#scripts/stack.ts";

/**
 * Starts the built product with the demo mesh for all journeys, as `npm start` does, in a folder that is thrown away.
 * `INTERMESH_E2E_URL` (and `INTERMESH_E2E_TOKEN`) name a running one instead.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env["INTERMESH_E2E_URL"]) return undefined;
  const home = await mkdtemp(path.join(tmpdir(), "intermesh-e2e-"));
  const stack = await startStack({ home });
  process.env["INTERMESH_E2E_URL"] = stack.url;
  process.env["INTERMESH_E2E_TOKEN"] = stack.token;
  // Printed at each start until there is an administrator; one journey uses it up.
  process.env["INTERMESH_E2E_SETUP_URL"] = /http\S+\/setup\?token=\S+/.exec(stack.output())?.[0] ?? "";
  return async () => {
    await stack.stop();
    await rm(home, { recursive: true, force: true });
  };
}
