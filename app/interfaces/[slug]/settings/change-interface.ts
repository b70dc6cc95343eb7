"use server";
import { redirect } from "next/navigation";
import { ZodError } from "zod";
import { personContext } from "#lib/auth/request-context.ts";
import { deleteInterface } from "#lib/catalog/interfaces/delete-interface.ts";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import { moveOperation } from "#lib/catalog/interfaces/move-operation.ts";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import { purgeVersion } from "#lib/catalog/versions/purge-version.ts";
import { renameInterface } from "#lib/catalog/interfaces/rename-interface.ts";
import { retireInterface } from "#lib/catalog/interfaces/retire-interface.ts";
import { ServiceError } from "#lib/errors.ts";
import type { ChangeAnswer } from "#components/interface/interface-settings.tsx";

/** Renames, retires, brings back, deletes or purges: what the button pressed says. Each verb asks whether one may. */
export async function changeInterface(_before: ChangeAnswer, form: FormData): Promise<ChangeAnswer> {
  const ctx = await personContext();
  const said = (name: string) => String(form.get(name) ?? "").trim();
  const change = said("change");
  const slug = said("slug");
  let next: string;
  try {
    next = await apply();
  } catch (error) {
    if (error instanceof ServiceError) return { change, message: error.message };
    if (error instanceof ZodError) return { change, message: `${error.issues[0]?.message ?? "That cannot be"}.` };
    throw error;
  }
  redirect(next);

  async function apply(): Promise<string> {
    if (change === "rename") return `${interfaceUrl({ slug: (await renameInterface({ ctx, input: { slug, newSlug: said("newSlug") } })).slug })}/settings`;
    if (change === "retire" || change === "unretire") {
      await retireInterface({ ctx, input: { slug, retired: change === "retire", reason: said("reason") || null } });
      return interfaceUrl({ slug });
    }
    if (change === "move") {
      await moveOperation({ ctx, input: { slug, line: said("line") || undefined, from: said("from"), to: said("to") } });
      return operationUrl({ slug, key: said("to"), line: said("line") });
    }
    if (change === "delete") {
      if (said("confirmation") !== slug) throw new ServiceError("unconfirmed", 400, `Write ${slug} into the field to confirm.`);
      await deleteInterface({ ctx, input: { slug } });
      return "/interfaces";
    }
    if (said("purgeConfirmation") !== slug) throw new ServiceError("unconfirmed", 400, `Write ${slug} into the field to confirm.`);
    const which = said("version").trim().toLowerCase();
    // Everything is purged only where everything was asked for.
    if (which !== "all" && !/^[1-9]\d{0,8}$/.test(which)) throw new ServiceError("invalid-input", 400, "Write the number of a version, or all.");
    const version = which === "all" ? undefined : Number(which);
    await purgeVersion({ ctx, input: { slug, line: said("line") || "default", ...(version ? { version } : {}), reason: said("reason") } });
    return interfaceUrl({ slug, tab: "versions" });
  }
}
