import { ZodError } from "zod";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { ServiceError } from "#lib/errors.ts";

/** Runs what a form asks for and answers what became of it; `work` returns the sentence to say, and a link to hand over. */
export async function formAnswer(work: () => Promise<string | { message: string; link?: string } | void>): Promise<FormAnswer> {
  try {
    const said = await work();
    const { message = null, link } = typeof said === "string" ? { message: said } : (said ?? {});
    return { done: true, message, fields: {}, ...(link ? { link } : {}) };
  } catch (error) {
    if (error instanceof ServiceError) return { done: false, message: error.message, fields: (error.detail["fields"] ?? {}) as Record<string, string> };
    if (error instanceof ZodError) return { done: false, message: "This is not as it should be yet.", fields: Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), `${issue.message.replace(/\.$/, "")}.`])) };
    throw error;
  }
}

/** The texts of a form, trimmed; `""` for one that is not there. */
export function textsOf(form: FormData): (name: string) => string {
  return (name) => String(form.get(name) ?? "").trim();
}
