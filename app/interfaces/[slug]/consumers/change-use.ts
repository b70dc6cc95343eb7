"use server";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { declareUse, withdrawUse } from "#lib/catalog/dependencies/declare-use.ts";
import { dismissDependency } from "#lib/catalog/dependencies/dismiss-dependency.ts";
import { followUses } from "#lib/catalog/subscriptions/follow-uses.ts";
import { ServiceError } from "#lib/errors.ts";

/** Declares, dismisses, confirms or takes back a use: what the button pressed says. Each verb asks whether one may. */
export async function changeUse(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const change = said("change");
  const id = Number(said("id"));
  const answer = await formAnswer(async () => {
    if (change === "declare") {
      const fields = said("fields").split(/[\n,]/).map((field) => field.trim()).filter((field) => field !== "");
      const { warnings } = await declareUse({ ctx, input: { slug: said("slug"), service: said("service"), line: said("line") || undefined, operation: said("operation") || undefined, fields, reason: said("reason") || undefined } });
      if (said("follow") !== "yes") return ["Kept.", ...warnings].join(" ");
      await followUses({ ctx, input: { service: said("service"), interface: said("slug") } });
      return ["Kept.", ...warnings, "You follow exactly what is used: your inbox says what breaks it. More under Settings, Notifications."].join(" ");
    }
    if (change === "dismiss" || change === "confirm") return dismissDependency({ ctx, input: { id, dismissed: change === "dismiss" } });
    if (change === "withdraw") return withdrawUse({ ctx, input: { id } });
    throw new ServiceError("invalid-input", 400, "This form asks for nothing that there is. Reload the page.");
  });
  if (answer?.done) revalidatePath("/interfaces", "layout");
  return answer;
}
