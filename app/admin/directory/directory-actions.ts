"use server";
import { revalidatePath } from "next/cache";
import { formAnswer } from "#app/form-answer.ts";
import type { ConnectState } from "#components/admin/connect-directory.tsx";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { createToken } from "#lib/auth/tokens/create-token.ts";
import { revokeToken } from "#lib/auth/tokens/revoke-token.ts";
import { ServiceError } from "#lib/errors.ts";

/** Makes a token for the company's directory; its secret goes back once, to the form that asked. */
export async function connectDirectoryAction(_before: ConnectState, form: FormData): Promise<ConnectState> {
  const ctx = await personContext();
  const name = String(form.get("name") ?? "");
  try {
    const { secret } = await createToken({ ctx, input: { name, scopes: ["provision"], days: form.get("days") ? Number(form.get("days")) : null } });
    revalidatePath("/admin/directory");
    return { name: "", secret, message: null };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const fields = (error.detail["fields"] ?? {}) as Record<string, string>;
    return { name, secret: null, message: fields["name"] ?? error.message };
  }
}

/** Ends a directory's token at once. */
export async function disconnectDirectoryAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const answer = await formAnswer(() => revokeToken({ ctx, id: Number(form.get("id")) }));
  revalidatePath("/admin/directory");
  return answer;
}
