"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { setSessionCookies } from "#app/set-session-cookies.ts";
import type { SetupState } from "#components/auth/setup-form.tsx";
import { addressOf } from "#lib/auth/address-of.ts";
import { auth } from "#lib/auth/auth.ts";
import { requestIdOf } from "#lib/auth/request-id-of.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { acceptInvitation } from "#lib/catalog/people/accept-invitation.ts";
import { database } from "#lib/database.ts";
import { env } from "#lib/env.ts";
import { ServiceError } from "#lib/errors.ts";

/** Gives whoever holds the link its account, or a new password, and signs them in. */
export async function acceptInvitationAction(_state: SetupState, form: FormData): Promise<SetupState> {
  const given = new Headers(await headers());
  const text = (name: string) => String(form.get(name) ?? "");
  const [name, password] = [text("name"), text("password")];
  let email: string;
  try {
    ({ email } = await acceptInvitation(database(), { secret: text("token"), name, password, requestId: requestIdOf(given), address: addressOf(given) }));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { name, email: text("email"), message: error.message, fields: (error.detail["fields"] ?? {}) as Record<string, string> };
  }
  const signedIn = await signIn(auth(), { email, password, headers: given, publicUrl: env().PUBLIC_URL });
  if (!signedIn.ok) redirect("/sign-in");
  await setSessionCookies(signedIn.cookies);
  redirect("/");
}
