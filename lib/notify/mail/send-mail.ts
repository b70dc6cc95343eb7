import { createTransport, type Transporter } from "nodemailer";
import { env } from "../../env.ts";
import { mailFrom } from "./mail-settings.ts";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** The same for each attempt, so that a receiver knows a repetition. */
  messageId?: string;
  headers?: Record<string, string>;
};

const store = globalThis as typeof globalThis & { intermeshMail?: { url: string; transport: Transporter } };

/** Hands one e-mail to the mail server. @throws Error when there is none configured, or it refuses */
export async function sendMail(mail: Mail): Promise<{ answer: string }> {
  const { to, subject, text, html, messageId, headers } = mail;
  const info = await transport().sendMail({ from: mailFrom(), to, subject: oneLine(subject), text, html, messageId, headers, disableFileAccess: true, disableUrlAccess: true });
  return { answer: String(info.response ?? "") };
}

function transport(): Transporter {
  const url = env().SMTP_URL;
  if (!url) throw new Error("No mail server is configured: set SMTP_URL.");
  if (store.intermeshMail?.url !== url) {
    store.intermeshMail?.transport.close();
    const made = createTransport({ url, pool: true, maxConnections: 5, maxMessages: 1_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
    store.intermeshMail = { url, transport: made };
  }
  return store.intermeshMail.transport;
}

/** Closes the connections to the mail server; for tests and processes that end. */
export function closeMail(): void {
  store.intermeshMail?.transport.close();
  store.intermeshMail = undefined;
}

// A name in a document must not make a header of its own.
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ").slice(0, 200);
}
