import type { Parameter } from "../normalized-spec.ts";

/** How a list or object is written, where it is not the usual way. OpenAPI 3.1, section 4.8.12.2.1. */
export function styleWords(parameter: Pick<Parameter, "name" | "in" | "style" | "explode">): string[] {
  if (parameter.in === "querystring") return ["the whole query string"];
  switch (parameter.style) {
    case "form":
      return parameter.explode === false ? ["separated by commas"] : [];
    case "spaceDelimited":
      return ["separated by spaces"];
    case "pipeDelimited":
      return ["separated by |"];
    case "deepObject":
      return [`written ${parameter.name}[key]=value`];
    case "matrix":
      return [`written ;${parameter.name}=value`];
    case "label":
      return ["written .value"];
    default:
      return [];
  }
}
