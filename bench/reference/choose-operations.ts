import { readFileSync } from "node:fs";

export type Chosen = { method: string; path: string; tag: string; operationId: string; summary: string; /** Of a parameter that it has and the list of operations does not show. */ parameter: string };
type Operation = { operationId?: string; summary?: string; tags?: string[]; parameters?: ({ $ref?: string; name?: string; in?: string } & Record<string, unknown>)[] };
type Document = { openapi: string; info: unknown; paths: Record<string, Record<string, Operation>>; components: Record<string, Record<string, unknown>> };

const methods = new Set(["get", "put", "post", "delete", "patch"]);

/** The first, the middle and the last operation of a document that have a tag, a summary and a parameter of their own. */
export function chooseOperations(file: string): Chosen[] {
  const document = JSON.parse(readFileSync(file, "utf8")) as Document;
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]): Chosen[] => {
      const { operationId, summary, tags } = operation;
      const parameter = methods.has(method) ? (operation.parameters ?? []).map((written) => resolved(document, written)).find((candidate) => candidate.in !== "header" && candidate.name)?.name : undefined;
      return operationId && summary && tags?.[0] && parameter ? [{ method, path, tag: tags[0], operationId, summary, parameter }] : [];
    }),
  );
  return [all[0], all[Math.floor(all.length / 2)], all.at(-1)].filter((operation) => operation !== undefined);
}

function resolved(document: Document, written: { $ref?: string; name?: string; in?: string }): { name?: string; in?: string } {
  const [, , kind = "", name = ""] = written.$ref?.split("/") ?? [];
  return written.$ref === undefined ? written : ((document.components[kind]?.[name] ?? {}) as { name?: string; in?: string });
}

/** The same document with a few of its operations, and of its components only those that they need. */
export function smallDocument(file: string, chosen: Chosen[], count = 5): string {
  const document = JSON.parse(readFileSync(file, "utf8")) as Document;
  const paths: Document["paths"] = {};
  for (const { method, path } of chosen) paths[path] = { ...paths[path], [method]: document.paths[path]?.[method] ?? {} };
  for (const [path, item] of Object.entries(document.paths)) {
    if (Object.values(paths).reduce((sum, kept) => sum + Object.keys(kept).length, 0) >= count) break;
    const method = Object.keys(item).find((name) => methods.has(name));
    if (method && !paths[path]) paths[path] = { [method]: item[method] ?? {} };
  }
  const components: Document["components"] = {};
  const waiting: unknown[] = [paths];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (Array.isArray(value)) waiting.push(...(value as unknown[]));
    else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        const [, , kind = "", name = ""] = key === "$ref" && typeof inner === "string" ? inner.split("/") : [];
        const target = document.components[kind]?.[name];
        if (target !== undefined && components[kind]?.[name] === undefined) {
          (components[kind] ??= {})[name] = target;
          waiting.push(target);
        } else if (inner !== null && inner !== undefined) waiting.push(inner);
      }
    }
  }
  // Its webhooks are operations too.
  return JSON.stringify({ ...document, paths, components, tags: undefined, webhooks: undefined, "x-webhooks": undefined });
}
