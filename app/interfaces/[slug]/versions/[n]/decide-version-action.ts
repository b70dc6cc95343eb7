"use server";
import { revalidatePath } from "next/cache";
import { ZodError } from "zod";
import type { DecideAnswer } from "#components/diff/decision-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { decideVersion } from "#lib/catalog/comparisons/decide-version.ts";
import { ServiceError } from "#lib/errors.ts";

/** Puts a reason or an approval on record. */
export async function decideVersionAction(_before: DecideAnswer, form: FormData): Promise<DecideAnswer> {
  const ctx = await personContext();
  const said = (name: string) => String(form.get(name) ?? "").trim();
  const slug = said("slug");
  const kind = said("kind") === "approval" ? "approval" : "reason";
  try {
    await decideVersion({ ctx, input: { slug, line: said("line") || null, version: Number(said("version")), kind, words: said("words") } });
  } catch (error) {
    if (error instanceof ServiceError) return { message: error.message };
    if (error instanceof ZodError) return { message: `${error.issues[0]?.message ?? "That cannot be"}.` };
    throw error;
  }
  revalidatePath(`/interfaces/${encodeURIComponent(slug)}`, "layout");
  return null;
}
