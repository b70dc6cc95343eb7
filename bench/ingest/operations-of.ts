import { readFileSync } from "node:fs";

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** `METHOD /path` of every operation of an OpenAPI document in JSON, in its order. */
export function operationsOf(file: string): string[] {
  const document = JSON.parse(readFileSync(file, "utf8")) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(document.paths).flatMap(([path, item]) => Object.keys(item).filter((key) => methods.has(key)).map((method) => `${method.toUpperCase()} ${path}`));
}

/** `count` of them, spread evenly over the whole document. */
export function sampled(operations: string[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => operations[Math.floor(((index + 0.5) * operations.length) / count)] ?? "");
}
