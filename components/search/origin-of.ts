import { formatName } from "../ui/badge.tsx";
import type { Result } from "./answer.ts";

/** Where a result belongs, in a few words. */
export function originOf(result: Result, hasSlug: boolean): string[] {
  const isInterface = result.kind === "interface";
  if (result.kind === "team" || result.kind === "domain") return [result.key];
  return [
    isInterface ? null : result.interface?.title,
    hasSlug ? result.interface?.slug : null,
    // Keys come without the names of their parameters.
    result.context?.replaceAll("{}", "{…}"),
    isInterface && result.format ? formatName(result.format) : null,
    isInterface && result.lifecycle && result.lifecycle !== "stable" ? result.lifecycle : null,
    result.owner ?? (result.interface ? "unowned" : null),
  ].filter((part): part is string => Boolean(part));
}
