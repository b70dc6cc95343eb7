import type { NormalizedSpec } from "../../normalized-spec.ts";

/** Whether a reference object stands for its target alone; since draft 2019-09, members beside a `$ref` count as well. */
export function referencesStandAlone({ format, specVersion }: NormalizedSpec): boolean {
  return format !== "asyncapi" && /^(2\.|3\.0)/.test(specVersion);
}

/** Whether something is said beside a `$ref` that is more than words for people. */
export function hasMeaning(json: Record<string, unknown>): boolean {
  return Object.keys(json).some((name) => !annotations.has(name) && !name.startsWith("x-"));
}

const annotations = new Set(["$ref", "description", "title", "summary", "example", "examples", "$comment", "externalDocs", "xml"]);
