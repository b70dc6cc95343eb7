"use server";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { removeLevel, setLevel, type SetLevelInput } from "#lib/catalog/decisions/level-overrides.ts";
import { setPublishingPolicy } from "#lib/catalog/decisions/publishing-policy.ts";

/** Decides a level, takes a decision back, or says whether breaking versions need an approval: what the form is for. */
export async function changeLevelsAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const which = { rule: said("rule"), domain: said("domain") || null };
  const answer = await formAnswer(async () => {
    if (said("change") === "policy") await setPublishingPolicy({ ctx, input: { approval: said("approval") !== "" } });
    else if (said("change") === "remove") await removeLevel({ ctx, input: which });
    else await setLevel({ ctx, input: { ...which, level: said("level") as SetLevelInputLevel, reason: said("reason") } });
    return "Kept. It counts for what is compared from now on.";
  });
  if (answer?.done) revalidatePath("/admin/levels");
  return answer;
}

type SetLevelInputLevel = (typeof SetLevelInput)["_input"]["level"];
