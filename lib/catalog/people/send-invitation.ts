import { log } from "#lib/log.ts";
import { mailIsConfigured, publicUrl } from "#lib/notify/mail/mail-settings.ts";
import { sendMail } from "#lib/notify/mail/send-mail.ts";

/** Mails a link to whom it is for. `false` where no mail can be sent: then it is handed over. */
export async function sendInvitation(to: string, link: string): Promise<boolean> {
  if (!mailIsConfigured()) return false;
  try {
    await sendMail({ to, subject: "Your link to Intermesh", text: `This link lets you in, once:\n\n${link}\n\nIf you did not expect it, leave it alone; it ends by itself.\n` });
    return true;
  } catch (error) {
    log.warn({ err: error }, "an invitation could not be mailed");
    return false;
  }
}

/** The same for an invitation just made. */
export function mailInvitation({ email, secret }: { email: string; secret: string }): Promise<boolean> {
  return sendInvitation(email, publicUrl(`/invitations?token=${secret}`));
}
