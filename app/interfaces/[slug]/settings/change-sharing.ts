"use server";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { addPartRule, type PartRuleInput, removePartRule } from "#lib/catalog/access/add-part-rule.ts";
import { changeApproval } from "#lib/catalog/access/change-approval.ts";
import { changeVisibility, VisibilityInput } from "#lib/catalog/access/change-visibility.ts";
import { grantAccess } from "#lib/catalog/access/grant-access.ts";

/** Says who sees an interface, grants a team access or ends it, adds or removes a rule for a part: what the button pressed says. */
export async function changeSharing(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const slug = said("slug");
  const verbs: Record<string, () => Promise<unknown>> = {
    visibility: () => changeVisibility({ ctx, input: { slug, visibility: VisibilityInput.parse(said("visibility")) } }),
    approval: () => changeApproval({ ctx, input: { slug, required: said("required") === "yes", note: said("note") || null } }),
    grant: () => grantAccess({ ctx, input: { slug, team: said("team"), granted: true } }),
    end: () => grantAccess({ ctx, input: { slug, team: said("team"), granted: false } }),
    rule: () => addPartRule({ ctx, input: { slug, part: said("part") as PartRuleInput["part"], pattern: said("pattern"), visibility: (said("visibility") || null) as PartRuleInput["visibility"], owner: said("owner") || null } }),
    unrule: () => removePartRule({ ctx, input: { slug, id: Number(said("id")) } }),
  };
  const answer = await formAnswer(async () => {
    await verbs[said("change")]?.();
  });
  if (answer?.done) revalidatePath("/interfaces/[slug]/settings", "page");
  return answer;
}
