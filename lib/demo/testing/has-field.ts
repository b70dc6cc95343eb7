import { child, children, type Node } from "./document-tree.ts";
import type { TestOperation } from "./read-document.ts";

/** Whether an operation has the field that a manifest names, such as `response.items[].sku` (any 2xx). */
export function hasField(operation: TestOperation, field: string): boolean {
  const [, place = "", path = ""] = /^(request\.(?:body|query|header|path)|response|payload|headers)\.?(.*)$/.exec(field) ?? [];
  const parameter = /^request\.(query|header|path)$/.exec(place)?.[1];
  if (parameter) return parameters(operation).some((node) => child(node, "in").value === parameter && child(node, "name").value === path);
  return schemasAt(operation, place).some((schema) => path !== "" && reaches(schema, path.replaceAll("[]", ".[]").split(".").filter(Boolean)));
}

function parameters({ node, pathItem }: TestOperation): Node[] {
  return [node, ...(pathItem ? [pathItem] : [])].flatMap((owner) => children(child(owner, "parameters")).map(([, parameter]) => parameter));
}

function schemasAt({ node, messages }: TestOperation, place: string): Node[] {
  if (place === "payload" || place === "headers") return messages.map((message) => child(message, place));
  if (place === "request.body") return contents(child(node, "requestBody"));
  return children(child(node, "responses")).filter(([status]) => status.startsWith("2")).flatMap(([, response]) => contents(response));
}

function contents(body: Node): Node[] {
  return children(child(body, "content")).map(([, mediaType]) => child(mediaType, "schema"));
}

function reaches(schema: Node, path: string[]): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return schema.value !== undefined;
  if (schema.value === undefined) return false;
  const next = name === "[]" ? child(schema, "items") : child(schema, "properties", name);
  if (next.value !== undefined && reaches(next, rest)) return true;
  return ["allOf", "oneOf", "anyOf"].some((word) => children(child(schema, word)).some(([, part]) => reaches(part, path)));
}
