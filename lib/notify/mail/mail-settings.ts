import { env } from "../../env.ts";

/** Whether this installation can send e-mail at all. */
export function mailIsConfigured(): boolean {
  return env().SMTP_URL !== undefined;
}

/** The sender's address: `MAIL_FROM`, else one of the installation's own host. */
export function mailFrom(): string {
  return env().MAIL_FROM ?? `Intermesh <intermesh@${new URL(publicUrl("/")).hostname}>`;
}

/** The address of one of our pages as others reach it. `path` begins with a slash. */
export function publicUrl(path: string): string {
  const base = env().PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? "3000"}`;
  return new URL(path, base).href;
}
