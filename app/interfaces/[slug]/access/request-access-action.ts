"use server";
import { redirect } from "next/navigation";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { requestAccess, RequestAccessInput } from "#lib/catalog/access-requests/request-access.ts";
import { accessRequestUrl } from "#lib/catalog/urls/lifecycle-url.ts";

/** Asks for access, and leads to the request: the new one, or the one that is open already. */
export async function requestAccessAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  let id = 0;
  const answer = await formAnswer(async () => {
    const operations = said("operations").split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
    ({ id } = await requestAccess({ ctx, input: { slug: said("slug"), ...RequestAccessInput.parse({ team: said("team"), service: said("service") || null, operations, purpose: said("purpose") }) } }));
  });
  if (answer?.done) redirect(accessRequestUrl(id));
  return answer;
}
