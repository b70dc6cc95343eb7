"use server";
import { revalidatePath } from "next/cache";
import { formAnswer } from "#app/form-answer.ts";
import type { NewTokenState } from "#components/auth/new-token-form.tsx";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { createToken, type CreateTokenInput } from "#lib/auth/tokens/create-token.ts";
import { revokeToken } from "#lib/auth/tokens/revoke-token.ts";
import { NotFoundError, ServiceError } from "#lib/errors.ts";

/** Makes a token; its secret goes back once, to the form that asked. */
export async function createTokenAction(_state: NewTokenState, form: FormData): Promise<NewTokenState> {
  const ctx = await personContext();
  const number = (name: string) => (form.get(name) ? Number(form.get(name)) : null);
  const name = String(form.get("name") ?? "");
  const limit = String(form.get("interface") ?? "").trim();
  const scopes = form.getAll("scopes").map(String) as CreateTokenInput["scopes"];
  try {
    const { secret } = await createToken({ ctx, input: { name, scopes, teamId: number("team"), interface: limit || null, days: number("days") } });
    revalidatePath("/settings/tokens");
    return { name: "", interface: "", secret, message: null, fields: {} };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { name, interface: limit, secret: null, message: error.message, fields: (error.detail["fields"] ?? {}) as Record<string, string> };
  }
}

/** Ends a token at once. */
export async function revokeTokenAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const answer = await formAnswer(async () => {
    try {
      await revokeToken({ ctx, id: Number(form.get("id")) });
    } catch (error) {
      // Ended meanwhile, in another window: the list shows it.
      if (!(error instanceof NotFoundError)) throw error;
    }
  });
  revalidatePath("/settings/tokens");
  return answer;
}
