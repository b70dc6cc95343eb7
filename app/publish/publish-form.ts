"use server";
import { redirect } from "next/navigation";
import { requestContext } from "#lib/auth/request-context.ts";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import { publishSpec, type Published } from "#lib/catalog/publish/publish-spec.ts";
import { ServiceError } from "#lib/errors.ts";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import type { PlainAnswer } from "#components/publish/plain-publish-form.tsx";

/** Publishes the files of a plain form, for browsers without scripts. */
export async function publishForm(_before: PlainAnswer, form: FormData): Promise<PlainAnswer> {
  const files = form.getAll("file").filter((entry) => entry instanceof File && entry.size > 0) as File[];
  if (files.length === 0) return { message: "Choose a file first.", diagnostics: [] };
  const said = (name: string) => String(form.get(name) ?? "").trim() || undefined;
  let published: Published[];
  try {
    const parts = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
    const options = { interface: said("interface"), owner: said("owner"), service: said("service"), line: said("line"), reason: said("reason"), new: form.get("new") === "on" };
    published = await publishSpec({ ctx: await requestContext(), input: { parts, options } });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { message: error.message, diagnostics: (error.detail.diagnostics as Diagnostic[] | undefined) ?? [] };
  }
  const notices = published.flatMap((one) => one.notices);
  if (notices.length > 0) return { message: `Published. ${notices.join(" ").replaceAll("`", "")}`, diagnostics: [], done: true };
  const [first] = published;
  redirect(first && published.length === 1 ? interfaceUrl({ slug: first.interface.slug, line: first.line }) : "/interfaces");
}
