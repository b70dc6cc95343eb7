"use server";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { changeLifecycle, ChangeLifecycleInput } from "#lib/catalog/lifecycle/change-lifecycle.ts";
import { deprecateOperation, DeprecateOperationInput } from "#lib/catalog/lifecycle/deprecate-operation.ts";

/** Says where in its life a line or one of its operations is: what the form says. Both verbs ask whether one may. */
export async function changeLifecycleAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const [slug, line] = [said("slug"), said("line") || null];
  const about = Object.fromEntries(["deprecatedAt", "sunset", "successor", "successorLine", "successorOperation", "guide", "reason"].map((name) => [name, said(name) || null]));
  const answer = await formAnswer(async () => {
    if (said("change") === "operation") {
      await deprecateOperation({ ctx, input: { slug, ...DeprecateOperationInput.parse({ ...about, line, operation: said("operation"), stage: said("stage") || "deprecated" }) } });
      return "So it is. Everyone who uses it is told.";
    }
    const { lifecycle, migrationId } = await changeLifecycle({ ctx, input: { slug, ...ChangeLifecycleInput.parse({ ...about, line, lifecycle: said("lifecycle") }) } });
    return `It is ${lifecycle} now.${lifecycle === "deprecated" && migrationId !== null ? " Everyone who uses it is told." : ""}`;
  });
  if (answer?.done) revalidatePath("/interfaces/[slug]", "layout");
  return answer;
}
