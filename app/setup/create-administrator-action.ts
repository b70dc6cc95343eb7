"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { setSessionCookies } from "#app/set-session-cookies.ts";
import type { SetupState } from "#components/auth/setup-form.tsx";
import { addressOf } from "#lib/auth/address-of.ts";
import { auth } from "#lib/auth/auth.ts";
import { requestIdOf } from "#lib/auth/request-id-of.ts";
import { createFirstAdministrator } from "#lib/auth/setup/create-first-administrator.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { database } from "#lib/database.ts";
import { env } from "#lib/env.ts";
import { ServiceError } from "#lib/errors.ts";

/** Makes the first administrator and signs them in. */
export async function createAdministratorAction(_state: SetupState, form: FormData): Promise<SetupState> {
  const given = new Headers(await headers());
  const text = (name: string) => String(form.get(name) ?? "");
  const input = { name: text("name"), email: text("email"), password: text("password") };
  try {
    await createFirstAdministrator(database(), text("token"), input, { requestId: requestIdOf(given), address: addressOf(given) });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const fields = (error.detail["fields"] ?? {}) as Record<string, string>;
    return { name: input.name, email: input.email, message: error.message, fields };
  }
  const signedIn = await signIn(auth(), { ...input, headers: given, publicUrl: env().PUBLIC_URL });
  if (!signedIn.ok) redirect("/sign-in");
  await setSessionCookies(signedIn.cookies);
  redirect("/");
}
