import type { Parameter } from "../normalized-spec.ts";
import { deepPairs } from "./deep-pairs.ts";

export type Styled = Pick<Parameter, "name" | "in" | "style" | "explode" | "content" | "allowReserved">;

/** A parameter of a path, header or cookie as it is written there. OpenAPI 3.1, section 4.8.12.2.1 (RFC 6570). */
export function parameterText(parameter: Styled, value: unknown, encode: boolean): string {
  const part = (item: unknown) => (encode ? encodeURIComponent(plain(item)) : plain(item));
  if (parameter.content !== null) return part(JSON.stringify(value));
  const lead = parameter.style === "matrix" ? `;${parameter.name}=` : parameter.style === "label" ? "." : "";
  if (Array.isArray(value)) return lead + value.map(part).join(parameter.style === "label" && parameter.explode ? "." : ",");
  if (typeof value === "object" && value !== null) return lead + Object.entries(value).map(([name, item]) => (parameter.explode ? `${part(name)}=${part(item)}` : `${part(name)},${part(item)}`)).join(",");
  return lead + part(value);
}

const separators: Record<string, string> = { spaceDelimited: "%20", pipeDelimited: "|" };

/** A parameter of the query: one `name=value` or several. */
export function parameterQuery(parameter: Styled, value: unknown): string[] {
  const code = (item: unknown) => (parameter.allowReserved ? encodeURI(plain(item)).replace(/[&#+]/g, encodeURIComponent) : encodeURIComponent(plain(item)));
  const pair = (name: string, text: string) => `${encodeURIComponent(name)}=${text}`;
  if (parameter.content !== null) return [pair(parameter.name, encodeURIComponent(JSON.stringify(value)))];
  const isExploded = parameter.explode ?? (parameter.style === null || parameter.style === "form");
  if (Array.isArray(value)) return isExploded ? value.map((item) => pair(parameter.name, code(item))) : [pair(parameter.name, value.map(code).join(separators[parameter.style ?? ""] ?? ","))];
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    if (parameter.style === "deepObject") return deepPairs(parameter.name, value).map(([name, item]) => `${encodeURIComponent(name).replaceAll("%5B", "[").replaceAll("%5D", "]")}=${code(item)}`);
    return isExploded ? entries.map(([name, item]) => pair(name, code(item))) : [pair(parameter.name, entries.map(([name, item]) => `${code(name)},${code(item)}`).join(","))];
  }
  return [pair(parameter.name, code(value))];
}

function plain(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
