import { lookUp } from "../values.ts";

const fixed: Record<string, string> = { $url: "the address of this request", $method: "the method of this request", $statusCode: "the status of this response" };

/** A runtime expression in words; any other value as it is. OpenAPI 3.1, section 4.8.20.3 (Runtime Expressions). */
export function expressionWords(value: unknown): string {
  if (typeof value !== "string") return JSON.stringify(value) ?? "nothing";
  const known = lookUp(fixed, value);
  if (known !== undefined) return known;
  const [, side, rest = ""] = /^\$(request|response)\.(.+)$/.exec(value) ?? [];
  if (side === undefined) return value;
  const whose = side === "request" ? "this request" : "this response";
  const [, place, name] = /^(path|query|header)\.(.+)$/.exec(rest) ?? [];
  if (place !== undefined) return `${place === "header" ? "header" : `${place} parameter`} ${name} of ${whose}`;
  if (rest === "body") return `the body of ${whose}`;
  const pointer = /^body#\/(.+)$/.exec(rest)?.[1];
  return pointer === undefined ? value : `${pointer.split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~")).join(".")} of the body of ${whose}`;
}
