"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { updateService, UpdateServiceInput } from "#lib/catalog/services/update-service.ts";

/** Makes or changes a service by hand, and goes to its page. The verb asks whether one may. */
export async function changeService(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const isNew = said("change") === "create";
  const slug = said("slug").toLowerCase();
  const answer = await formAnswer(async () => {
    const input = UpdateServiceInput.parse({
      title: said("title") || undefined, description: said("description"), owner: said("owner") || undefined, domain: said("domain") || undefined,
      repository: said("repository"), lifecycle: said("lifecycle") || undefined, provides: form.getAll("provides").map(String),
    });
    await updateService({ ctx, input: { ...input, slug, isNew } });
  });
  if (!answer?.done) return answer;
  revalidatePath("/services", "layout");
  redirect(`/services/${encodeURIComponent(slug)}`);
}
