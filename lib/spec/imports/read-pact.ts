import { isObject, objectOf, textOf } from "../values.ts";
import { fieldsOfText, fieldsOfValue } from "./fields-of-value.ts";
import { bareService, type ImportedService, type ImportedUse, slugOfName } from "./imported-service.ts";

/** Whether a JSON tree is a Pact file. */
export function isPact(tree: unknown): boolean {
  return isObject(tree) && isObject(tree["consumer"]) && isObject(tree["provider"]) && (Array.isArray(tree["interactions"]) || Array.isArray(tree["messages"]));
}

/**
 * What a Pact file (specification 1 to 4) says: the consumer calls these operations of the provider and reads these fields
 * of its answers, or takes these messages from it.
 */
export function readPact(tree: unknown, file: string): ImportedService[] {
  const pact = objectOf(tree);
  const consumer = textOf(objectOf(pact["consumer"])["name"]);
  const provider = textOf(objectOf(pact["provider"])["name"]);
  if (!consumer || !provider) return [];
  const words = `service:${slugOfName(provider)}`;
  const interactions = [...listOf(pact["interactions"]), ...listOf(pact["messages"])];
  const uses = interactions.map((interaction): ImportedUse => {
    const said = textOf(interaction["description"]);
    const about = { words, file, line: null, sentence: `The contract of ${consumer} with ${provider} has "${said ?? "an interaction"}".` };
    const request = objectOf(interaction["request"]);
    const method = textOf(request["method"]);
    if (!method) {
      const contents = interaction["contents"];
      return { ...about, operation: null, message: said, flow: "event", fields: fieldsOfValue(bodyOf(contents), "payload") };
    }
    const response = objectOf(firstOf(interaction["response"]));
    const place = Number(response["status"] ?? 200) < 300 ? "response" : `response.${String(response["status"])}`;
    return {
      ...about,
      operation: `${method.toUpperCase()} ${(textOf(request["path"]) ?? "/").replace(/[?#].*$/, "")}`,
      fields: [...queryNames(request["query"]), ...fieldsOfBody(request["body"], "request.body"), ...fieldsOfBody(response["body"], place)],
    };
  });
  return [{ ...bareService(slugOfName(consumer)), title: consumer, uses }];
}

function fieldsOfBody(body: unknown, place: string): string[] {
  const value = bodyOf(body) ?? null;
  if (value === null) return [];
  return typeof value === "string" ? fieldsOfText(value, place) : fieldsOfValue(value, place);
}

/** Version 4 wraps a body with its content type. */
function bodyOf(body: unknown): unknown {
  return isObject(body) && "content" in body && "contentType" in body ? body["content"] : body;
}

function queryNames(query: unknown): string[] {
  const names = typeof query === "string" ? [...new URLSearchParams(query).keys()] : Object.keys(objectOf(query));
  return [...new Set(names)].map((name) => `request.query.${name}`);
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}
