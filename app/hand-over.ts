import { originOf } from "#lib/auth/origin-of.ts";
import type { Invited } from "#lib/catalog/people/invite-person.ts";
import { env } from "#lib/env.ts";
import { sendInvitation } from "#lib/catalog/people/send-invitation.ts";
import { publicUrl } from "#lib/notify/mail/mail-settings.ts";

/**
 * What to say of a link just made, and the link: it is mailed where mail can be sent, and handed over otherwise. A mailed one
 * is of the installation's own address, never of one that a request names.
 */
export async function handOver(headers: Headers, invited: Invited): Promise<{ message: string; link: string }> {
  const path = `/invitations?token=${invited.secret}`;
  const link = `${originOf(headers, env().PUBLIC_URL)}${path}`;
  const until = invited.expiresAt.toISOString().slice(0, 10);
  const sent = await sendInvitation(invited.email, publicUrl(path));
  return { link, message: sent ? `The link went to ${invited.email}. It works once, until ${until}.` : `Hand this link to ${invited.email}. It works once, until ${until}, and is not shown again.` };
}
