import { formatName } from "../ui/badge.tsx";
import { kindLooks } from "./kind.ts";
import type { FacetParam } from "./search-state.ts";

/** What a value of a facet is called. */
export function facetValueLabel(param: FacetParam, value: string): string {
  if (param === "kind" && value in kindLooks) return kindLooks[value as keyof typeof kindLooks].many;
  if (param === "format") return formatName(value);
  if (param === "deprecated") return value === "true" ? "Deprecated" : "Not deprecated";
  if (value === "") return param === "owner" ? "Unowned" : "None";
  return value;
}
