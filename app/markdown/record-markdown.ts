import type { Ctx } from "#lib/auth/context.ts";
import { listConsumers } from "#lib/catalog/dependencies/list-consumers.ts";
import { getInterface } from "#lib/catalog/interfaces/get-interface.ts";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import { listVersions } from "#lib/catalog/versions/list-versions.ts";
import { codeMarkdown, plainMarkdown } from "#lib/spec/markdown/safe-markdown.ts";
import { type At, link } from "./markdown-of.ts";

/** The versions of an interface, newest first, each with what it changed for clients. */
export async function versionsMarkdown(ctx: Ctx, at: At): Promise<string> {
  const [{ title, slug }, versions] = await Promise.all([getInterface({ ctx, input: at }), listVersions({ ctx, input: { slug: at.slug } })]);
  const several = new Set(versions.map(({ line }) => line)).size > 1;
  const rows = versions.map(({ line, sequence, label, isCurrent, publishedAt, tally }) => {
    const verdict = tally === null ? "" : `, ${tally.verdict}`;
    return `- [Version ${sequence} (${plainMarkdown(label)})](${link(interfaceUrl({ slug, line, version: sequence }))})${several ? ` of line ${plainMarkdown(line)}` : ""}, ${publishedAt.toISOString().slice(0, 10)}${verdict}${isCurrent ? ", the current one" : ""}`;
  });
  return [`# Versions of ${plainMarkdown(title)}`, rows.join("\n")].join("\n\n");
}

/** Who uses an interface and what of it, each with how that is known; those whom the reader may not see are counted. */
export async function consumersMarkdown(ctx: Ctx, at: At, operation: string | null): Promise<string> {
  const [{ title }, { items, unseen }] = await Promise.all([getInterface({ ctx, input: at }), listConsumers({ ctx, input: { slug: at.slug, ...(at.line ? { line: at.line } : {}), ...(operation ? { operation } : {}) } })]);
  const rows = items.map(({ service, interface: used, operationKey, message, fields, evidence, partHidden }) => {
    const parts = [operationKey, message].filter((part) => part !== null).map(codeMarkdown).join(", ");
    return `- ${plainMarkdown(service?.name ?? used?.name ?? "")}: ${partHidden ? "a part that you may not see" : parts || "the interface as a whole"}${fields.length > 0 ? ` (${fields.map(codeMarkdown).join(", ")})` : ""}, ${[...new Set(evidence.map(({ kind }) => kind))].join(", ")}`;
  });
  return [`# Consumers of ${plainMarkdown(title)}`, rows.join("\n") || "None is known.", unseen > 0 ? `And ${unseen} that you may not see.` : ""].filter((part) => part !== "").join("\n\n");
}
