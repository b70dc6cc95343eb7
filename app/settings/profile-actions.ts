"use server";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import { setSessionCookies } from "#app/set-session-cookies.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { auth } from "#lib/auth/auth.ts";
import { changePassword } from "#lib/auth/change-password.ts";
import { personContext } from "#lib/auth/request-context.ts";
import { sessionTokenOf } from "#lib/auth/session-token.ts";
import { changeProfile, endSessions } from "#lib/catalog/people/profile.ts";
import { env } from "#lib/env.ts";
import { ValidationError } from "#lib/errors.ts";

/** Changes one's name, or one's password, which ends every other session. */
export async function changeProfileAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const text = (name: string) => String(form.get(name) ?? "");
  const answer = await formAnswer(async () => {
    if (text("change") === "name") {
      await changeProfile({ ctx, input: { name: text("name") } });
      return "Kept.";
    }
    const changed = await changePassword(auth(), { current: text("current"), password: text("password"), headers: new Headers(await headers()), publicUrl: env().PUBLIC_URL });
    if (!changed.ok) throw new ValidationError(changed.message, changed.field ? { [changed.field]: changed.message } : {});
    await setSessionCookies(changed.cookies);
    return "Your password is changed. Every other session has ended.";
  });
  if (answer?.done) revalidatePath("/", "layout");
  return answer;
}

/** Ends one of one's sessions, or all but this one. */
export async function endSessionAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const current = sessionTokenOf(new Headers(await headers()));
  const answer = await formAnswer(() => endSessions({ ctx, input: said("all") ? { allBut: current } : { id: said("id") } }));
  revalidatePath("/settings/sessions");
  return answer;
}
