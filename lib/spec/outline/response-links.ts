import type { Operation } from "../normalized-spec.ts";
import { isObject, textOf } from "../values.ts";
import { expressionWords } from "./expression-words.ts";

export type ResponseLink = {
  name: string;
  description: string | null;
  /** Where it leads, when that operation is known here. */
  operation: { key: string; display: string; summary: string | null } | null;
  /** Where it leads as the document says, when it is not. */
  target: string | null;
  /** What to send there, in words: `in` where the document says it. */
  values: { name: string; in: string | null; words: string }[];
};

type Known = Pick<Operation, "key" | "display" | "summary" | "operationIds">;
type Links = Record<string, unknown> | null;

/** The links of a response, each with the operation that it leads to. OpenAPI 3.1, section 4.8.20 (Link Object). */
export function responseLinks(links: Links, operations: readonly Known[]): ResponseLink[] {
  return Object.entries(links ?? {}).flatMap(([name, link]) => {
    if (!isObject(link)) return [];
    const target = linkTarget(link);
    const operation = operations.find(({ key, operationIds }) => key === target.key || (target.operationId !== null && operationIds.includes(target.operationId))) ?? null;
    return [{
      name,
      description: textOf(link["description"]),
      operation: operation && { key: operation.key, display: operation.display, summary: operation.summary },
      target: operation === null ? (target.operationId ?? target.reference) : null,
      values: [...parametersOf(link["parameters"]), ...("requestBody" in link ? [{ name: "body", in: null, words: expressionWords(link["requestBody"]) }] : [])],
    }];
  });
}

/** What a link names: an operation by its id, or by a pointer that says its key where it is of the same document. */
export function linkTarget(link: Record<string, unknown>): { operationId: string | null; key: string | null; reference: string | null } {
  const reference = textOf(link["operationRef"]);
  const [, path, method] = /^#\/paths\/([^/]+)\/([a-z]+)$/.exec(reference ?? "") ?? [];
  const key = path === undefined || method === undefined ? null : `${method.toUpperCase()} ${decoded(path).replaceAll("~1", "/").replaceAll("~0", "~").replace(/\{[^}]*\}/g, "{}")}`;
  return { operationId: textOf(link["operationId"]), key, reference };
}

/** Names may say their place: `path.id`. */
function parametersOf(parameters: unknown): ResponseLink["values"] {
  return Object.entries(isObject(parameters) ? parameters : {}).map(([written, value]) => {
    const [, where = null, name = written] = /^(path|query|header|cookie)\.(.+)$/.exec(written) ?? [];
    return { name, in: where, words: expressionWords(value) };
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
