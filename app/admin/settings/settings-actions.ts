"use server";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { changeSettings, type ChangeSettingsInput } from "#lib/catalog/admin/change-settings.ts";
import { env } from "#lib/env.ts";

/** Keeps what an administrator decided for the installation. */
export async function changeSettingsAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const answer = await formAnswer(async () => {
    const input = {
      signUp: said("signUp") as NonNullable<(typeof ChangeSettingsInput)["_input"]["signUp"]>,
      mailDomains: said("mailDomains").split(/[\s,;]+/).filter(Boolean),
      ownerConfirmationDays: Number(said("ownerConfirmationDays")),
      // What the environment says is not the form's to change.
      ...(env().INTERMESH_STRICT ? {} : { strict: said("strict") !== "" }),
    };
    await changeSettings({ ctx, input });
    return "Kept.";
  });
  if (answer?.done) revalidatePath("/admin/settings");
  return answer;
}
