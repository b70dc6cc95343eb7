import { isObject } from "../../../../values.ts";
import { matchesFormat } from "../formats.ts";
import type { Visited } from "../walk.ts";
import { inside } from "../walk.ts";

/** Tag names are unique (OpenAPI, OpenAPI Object). */
export function uniqueTags({ value, at, walk }: Visited): void {
  const seen = new Set<unknown>();
  (Array.isArray(value["tags"]) ? (value["tags"] as unknown[]) : []).forEach((tag, index) => {
    const name = isObject(tag) ? tag["name"] : undefined;
    if (typeof name !== "string") return;
    if (seen.has(name)) walk.error("duplicate-tag", `The tag \`${name}\` is declared twice.`, inside(inside(at, "tags"), index), undefined, "Merge the two.");
    seen.add(name);
  });
}

/** A server variable's default is one of its values (OpenAPI 3.1 and later: must; 3.0: should). */
export function defaultInEnum(severity: "error" | "warning"): (visited: Visited) => void {
  return ({ value, at, walk }) => {
    const words = value["enum"];
    if (Array.isArray(words) && words.length > 0 && typeof value["default"] === "string" && !words.includes(value["default"])) {
      walk.report(severity, "default-not-in-enum", `\`default: ${value["default"]}\` is not among the values of \`enum\`.`, at, "default");
    }
  };
}

/** A server's address is a URL, and each `{name}` in it is explained by a variable (OpenAPI 3.x, Server Object). */
export function serverAddress({ value, at, walk }: Visited): void {
  const url = value["url"];
  if (typeof url !== "string") return;
  if (!matchesFormat("uri-reference", url.replace(/\{[^{}]*\}/g, "x"))) walk.error("format", `The server's \`url\` \`${url}\` is not a URL.`, at, "url", "Percent-encode what may not stand in it.");
  const variables = isObject(value["variables"]) ? value["variables"] : {};
  for (const [, name = ""] of url.matchAll(/\{([^{}]+)\}/g)) {
    if (!Object.hasOwn(variables, name)) walk.report("warning", "server-variable-missing", `\`{${name}}\` of the server's URL is not declared under \`variables\`.`, at, "url", `Add \`variables: {${name}: {default: …}}\`.`);
  }
}

/** Host and base path of Swagger 2 (Swagger Object). */
export function swaggerAddress({ value, at, walk }: Visited): void {
  const { host, basePath } = value;
  if (typeof host === "string" && !/^[^{}/ :\\]+(?::\d+)?$/.test(host)) walk.error("bad-host", `\`host: ${host}\` must be a name with a port at most.`, at, "host", "The protocol belongs into `schemes`, the path into `basePath`.");
  if (typeof basePath === "string" && !basePath.startsWith("/")) walk.error("bad-base-path", "`basePath` must begin with `/`.", at, "basePath");
}
