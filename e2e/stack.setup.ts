import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "#scripts/run/free-port.ts";
import { startStack } from "#scripts/stack.ts";
import { startMailbox } from "./mailbox.ts";
import { startOidcProvider } from "./oidc-provider.ts";

/**
 * Starts the built product with the demo mesh for all journeys, as `npm start` does, in a folder that is thrown away.
 * `INTERMESH_E2E_URL` (and `INTERMESH_E2E_TOKEN`) name a running one instead.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env["INTERMESH_E2E_URL"]) return undefined;
  const home = await mkdtemp(path.join(tmpdir(), "intermesh-e2e-"));
  const port = await freePort();
  const company = await startOidcProvider(`http://localhost:${port}/api/auth/callback/company`);
  process.env["INTERMESH_E2E_OIDC"] = company.issuer;
  const mailbox = await startMailbox();
  process.env["INTERMESH_E2E_MAILBOX"] = mailbox.url;
  const stack = await startStack({ home, port, env: { SMTP_URL: mailbox.smtpUrl, OIDC_ISSUER: company.issuer, OIDC_CLIENT_ID: "intermesh", OIDC_CLIENT_SECRET: "a secret of the company", OIDC_NAME: "Acme" } });
  process.env["INTERMESH_E2E_URL"] = stack.url;
  process.env["INTERMESH_E2E_TOKEN"] = stack.token;
  // Printed at each start until there is an administrator; one journey uses it up.
  process.env["INTERMESH_E2E_SETUP_URL"] = /http\S+\/setup\?token=\S+/.exec(stack.output())?.[0] ?? "";
  return async () => {
    await stack.stop();
    await company.stop();
    await mailbox.stop();
    await rm(home, { recursive: true, force: true });
  };
}
