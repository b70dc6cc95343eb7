import { refOf } from "../../../../text/reference-resolver.ts";
import { childOf, isObject, itemsOf, membersOf } from "../../../../values.ts";
import type { Node } from "../../../../text/resolution.ts";
import type { Visited } from "../walk.ts";
import { pointerOf } from "../walk.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/** Each `{name}` of a path is declared by every operation or its path, and each declared one stands in the path (OpenAPI, Path Templating). */
export function pathParameters({ value, at, walk }: Visited): void {
  for (const [path, item] of membersOf({ file: at.file, pointer: pointerOf(at), value })) {
    if (!path.startsWith("/")) continue;
    const pathItem = walk.doc.follow(item);
    if (!pathItem || !isObject(pathItem.value)) continue;
    const inTemplate = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? ""));
    const shared = declared(walk.doc, pathItem);
    const operations = METHODS.flatMap((method) => {
      const operation = walk.doc.follow(childOf(pathItem, method));
      return operation && isObject(operation.value) ? [{ method, operation, own: declared(walk.doc, operation) }] : [];
    });
    for (const { method, operation, own } of operations) {
      if (own.unknown || shared.unknown) continue;
      for (const name of inTemplate) {
        if (own.names.has(name) || shared.names.has(name)) continue;
        walk.doc.diagnose({
          severity: "error", code: "path-parameter-missing", message: `\`{${name}}\` of \`${path}\` is not declared as a parameter of \`${method}\`.`,
          help: `Add a parameter with \`name: ${name}\`, \`in: path\` and \`required: true\`.`, file: operation.file, pointer: operation.pointer,
        });
      }
    }
    for (const [name, node] of [shared, ...operations.map(({ own }) => own)].flatMap(({ names }) => [...names])) {
      if (inTemplate.has(name)) continue;
      walk.doc.diagnose({
        severity: "warning", code: "path-parameter-unused", message: `The path parameter \`${name}\` does not stand in \`${path}\`.`,
        help: `Write \`{${name}}\` into the path, or remove the parameter.`, file: node.file, pointer: node.pointer,
      });
    }
  }
}

/**
 * Paths that differ only in the names of their parameters are the same path (OpenAPI 3.x, Paths Object): an error where
 * they have a method in common, since then it cannot be told which operation is meant.
 */
export function identicalPaths({ value, at, walk }: Visited): void {
  const seen = new Map<string, { path: string; methods: string[] }[]>();
  for (const path of Object.keys(value)) {
    if (!path.startsWith("/")) continue;
    const erased = path.replace(/\{[^{}/]*\}/g, "{}");
    const item = value[path];
    const methods = isObject(item) ? METHODS.filter((method) => Object.hasOwn(item, method)) : [];
    const before = seen.get(erased) ?? [];
    seen.set(erased, [...before, { path, methods }]);
    const first = before[0];
    if (!first) continue;
    const clash = before.some((other) => other.methods.some((method) => methods.includes(method)));
    walk.report(clash ? "error" : "warning", "identical-path", `\`${path}\` is the same path as \`${first.path}\`: the names of parameters do not tell paths apart.`, at, path, "Merge the two.");
  }
}

/** `unknown` where a parameter cannot be seen, because its reference leads nowhere. */
function declared(doc: Visited["walk"]["doc"], holder: Node): { names: Map<string, Node>; unknown: boolean } {
  const names = new Map<string, Node>();
  let unknown = false;
  for (const item of itemsOf(childOf(holder, "parameters"))) {
    const parameter = doc.follow(item);
    if (!parameter) unknown ||= refOf(item.value) !== null;
    else if (isObject(parameter.value) && parameter.value["in"] === "path" && typeof parameter.value["name"] === "string") names.set(parameter.value["name"], parameter);
  }
  return { names, unknown };
}
