import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type ReceivedMail, startMailServer } from "#scripts/testing/mail-server.ts";

/** The mail server takes what is for this domain; where it refuses, invitations are handed over as links, as journeys want them. */
export const mailDomain = "mail.example.org";

/** A real mail server for all journeys; `url` tells, as JSON, what it received, to journeys in other processes. */
export async function startMailbox() {
  const mail = await startMailServer((to) => (to.endsWith(`@${mailDomain}`) ? null : 550));
  const server = createServer((_request, response) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(mail.mails)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    smtpUrl: mail.url,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await mail.close();
    },
  };
}

/** What was mailed to an address, the text of each with its soft line ends taken out; `null` where no mailbox runs. */
export async function mailsTo(address: string): Promise<string[] | null> {
  const url = process.env["INTERMESH_E2E_MAILBOX"];
  if (!url) return null;
  const all = (await (await fetch(url)).json()) as ReceivedMail[];
  return all.filter(({ to }) => to.includes(address)).map(({ raw }) => raw.replaceAll("=\r\n", "").replaceAll("\r\n ", ""));
}
