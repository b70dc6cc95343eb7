import { isObject, lookUp, wordOf } from "../../../../values.ts";
import type { Visited } from "../walk.ts";

const STYLES: Record<string, string[]> = { path: ["matrix", "label", "simple"], query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"], header: ["simple"], cookie: ["form"], querystring: [] };

/** A parameter or header has either a schema or one media type (OpenAPI 3.x, Parameter Object and Header Object). */
export function schemaOrContent({ value, at, walk, type }: Visited): void {
  const noun = type === "Header" ? "The header" : named(value);
  const hasSchema = Object.hasOwn(value, "schema");
  const hasContent = Object.hasOwn(value, "content");
  if (!hasSchema && !hasContent) walk.error("missing-member", `${noun} needs \`schema\` or \`content\`.`, at, undefined, "Add a schema, for example `schema: {type: string}`.");
  if (hasSchema && hasContent) walk.error("schema-and-content", `${noun} has both \`schema\` and \`content\`; one is allowed.`, at, "content", "Remove one of them.");
  const content = value["content"];
  if (isObject(content) && Object.keys(content).length !== 1) walk.error("one-media-type", `\`content\` of ${lower(noun)} must have exactly one media type.`, at, "content");
  if (!hasContent || hasSchema) return;
  for (const name of ["style", "explode", "allowReserved"]) {
    if (Object.hasOwn(value, name)) walk.error("unknown-member", `\`${name}\` goes with \`schema\`, not with \`content\`.`, at, name, "Remove it.");
  }
}

/** A path parameter is always required (OpenAPI, Parameter Object). */
export function pathIsRequired({ value, at, walk }: Visited): void {
  if (value["in"] !== "path") return;
  if (value["required"] !== true) walk.error("path-parameter-required", `${named(value)} is part of the path and so needs \`required: true\`.`, at, Object.hasOwn(value, "required") ? "required" : undefined, "Add `required: true`.");
}

/** `style` is one that the place of the parameter knows (OpenAPI 3.x, Style Values). */
export function styleFits(also: Record<string, string[]>): (visited: Visited) => void {
  return ({ value, at, walk }) => {
    const place = wordOf(value["in"]);
    const allowed = [...(lookUp(STYLES, place) ?? []), ...(lookUp(also, place) ?? [])];
    const style = value["style"];
    if (typeof style !== "string" || !Object.hasOwn(STYLES, place) || allowed.includes(style)) return;
    const words = allowed.length === 0 ? "none is possible" : `it can be ${allowed.map((word) => `\`${word}\``).join(", ")}`;
    walk.error("wrong-value", `\`style: ${style}\` is not possible for a ${place} parameter: ${words}.`, at, "style");
  };
}

/** `allowReserved` only where values are percent-encoded, `allowEmptyValue` only in the query (OpenAPI 3.1 and 3.2, Parameter Object). */
export function memberFitsPlace(generation: "3.1" | "3.2"): (visited: Visited) => void {
  return ({ value, at, walk }) => {
    const place = wordOf(value["in"]);
    const style = value["style"] ?? (place === "cookie" ? "form" : "simple");
    const encoded = place === "query" || (generation === "3.2" && (place === "path" || (place === "cookie" && style === "form")));
    if (Object.hasOwn(value, "allowReserved") && !encoded) walk.error("unknown-member", `\`allowReserved\` is not possible for a ${place} parameter.`, at, "allowReserved", "Remove it.");
    if (Object.hasOwn(value, "allowEmptyValue") && place !== "query") walk.error("unknown-member", `\`allowEmptyValue\` is only for query parameters.`, at, "allowEmptyValue", "Remove it.");
    if (place === "path" && typeof value["name"] === "string" && /[{}]/.test(value["name"])) walk.error("bad-name", "The name of a path parameter is written without `{` and `}`.", at, "name");
    if (place === "querystring" && !Object.hasOwn(value, "content")) walk.error("missing-member", `${named(value)} needs \`content\`.`, at);
  };
}

function named(value: Record<string, unknown>): string {
  return typeof value["name"] === "string" ? `The parameter \`${value["name"]}\`` : "The parameter";
}

function lower(noun: string): string {
  return noun.charAt(0).toLowerCase() + noun.slice(1);
}
