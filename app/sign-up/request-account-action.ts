"use server";
import { headers } from "next/headers";
import { formAnswer } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { visitorContext } from "#lib/auth/request-context.ts";
import { requestAccount } from "#lib/catalog/people/request-account.ts";
import { sendInvitation } from "#lib/catalog/people/send-invitation.ts";
import { mailIsConfigured, publicUrl } from "#lib/notify/mail/mail-settings.ts";

/** Sends a link to an address of a mail domain that may sign up. The link itself is never shown here. */
export async function requestAccountAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await visitorContext();
  const given = new Headers(await headers());
  return formAnswer(async () => {
    const email = String(form.get("email") ?? "");
    const made = await requestAccount({ ctx, input: { email }, from: given.get("x-forwarded-for") ?? "" });
    if (!mailIsConfigured()) return "Noted. This installation sends no e-mail: ask an administrator for your link.";
    if (made) await sendInvitation(made.email, publicUrl(`/invitations?token=${made.secret}`));
    return "If that address has no account yet, a link is on its way there. It works once, for a day.";
  });
}
