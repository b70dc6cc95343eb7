"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { setSessionCookies } from "#app/set-session-cookies.ts";
import { auth } from "#lib/auth/auth.ts";
import { localPath } from "#lib/auth/local-path.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { env } from "#lib/env.ts";
import type { SignInState } from "#components/auth/sign-in-form.tsx";

/** Signs in and goes to where one came from. */
export async function signInAction(_state: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get("email") ?? "");
  const result = await signIn(auth(), { email, password: String(form.get("password") ?? ""), headers: new Headers(await headers()), publicUrl: env().PUBLIC_URL });
  if (!result.ok) return { email, message: result.message };
  await setSessionCookies(result.cookies);
  redirect(localPath(String(form.get("next") ?? "/")));
}
