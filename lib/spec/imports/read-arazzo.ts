import { load } from "js-yaml";
import { isObject, objectOf, textOf } from "../values.ts";
import { fieldsOfValue } from "./fields-of-value.ts";
import { bareService, type ImportedFile, type ImportedUse, slugOfName } from "./imported-service.ts";

/** Whether a text looks like an Arazzo description. */
export function isArazzo(text: string): boolean {
  return /^\s*(?:\{\s*)?["']?arazzo["']?\s*:\s*["']?1\./m.test(text.slice(0, 4_000));
}

/**
 * What the workflows of an Arazzo description (1.0.1, sections 4.6.2 to 4.6.5) call: each step names an operation of a source
 * description by its id or path. The service that runs them is `service`, or what `info` says as `x-intermesh-service`.
 */
export function readArazzo(text: string, file: string, service: string | undefined): ImportedFile {
  const answer = (services: ImportedFile["services"], problems: string[]): ImportedFile => ({ kind: "arazzo", path: file, services, problems });
  let tree: unknown;
  try {
    tree = load(text);
  } catch (error) {
    return answer([], [`It cannot be read: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}.`]);
  }
  const document = objectOf(tree);
  const runs = service ?? textOf(objectOf(document["info"])["x-intermesh-service"]);
  if (!runs) return answer([], ["A workflow does not say which service runs it: name the service, or write it as `x-intermesh-service` under `info`."]);
  const sources = listOf(document["sourceDescriptions"]).filter(({ type }) => type !== "arazzo");
  const problems: string[] = [];
  const uses = listOf(document["workflows"]).flatMap((workflow) => listOf(workflow["steps"]).flatMap((step): ImportedUse[] => {
    const named = operationOf(step, sources);
    if (!named) {
      if (step["operationId"] !== undefined || step["operationPath"] !== undefined) problems.push(`The step "${textOf(step["stepId"]) ?? "?"}" names no source description that is here.`);
      return [];
    }
    const sentence = `The step \`${textOf(step["stepId"]) ?? "?"}\` of the workflow \`${textOf(workflow["workflowId"]) ?? "?"}\` calls it.`;
    return [{ words: wordsOf(named.source), operation: named.operation, fields: fieldsOf(step), sentence, file, line: null }];
  }));
  return answer([{ ...bareService(slugOfName(runs)), uses }], problems);
}

type Node = Record<string, unknown>;

function operationOf(step: Node, sources: Node[]): { source: Node; operation: string } | null {
  const [id, path] = [textOf(step["operationId"]), textOf(step["operationPath"])];
  const find = (name: string | undefined) => sources.find((source) => textOf(source["name"]) === name);
  if (id) {
    const qualified = /^\$sourceDescriptions\.([^.]+)\.(.+)$/.exec(id);
    const source = qualified ? find(qualified[1]) : sources.length === 1 ? sources[0] : undefined;
    return source ? { source, operation: qualified?.[2] ?? id } : null;
  }
  const pointed = /^\{?\$sourceDescriptions\.([^.}]+)\.url\}?#\/paths\/([^/]+)\/(\w+)$/.exec(path ?? "");
  const source = find(pointed?.[1]);
  return source && pointed ? { source, operation: `${pointed[3]?.toUpperCase()} ${decoded(pointed[2] ?? "")}` } : null;
}

/** A JSON pointer's token (RFC 6901), as a fragment perhaps percent-encoded. */
function decoded(token: string): string {
  const plain = token.replaceAll("~1", "/").replaceAll("~0", "~");
  return /%[0-9a-f]{2}/i.test(plain) ? decodeURIComponent(plain.replace(/%(?![0-9a-f]{2})/gi, "%25")) : plain;
}

/** The interface of a source: what it says itself, its address in a catalog, or its file's name. */
function wordsOf(source: Node): string {
  const url = textOf(source["url"]) ?? "";
  const inCatalog = /\/interfaces\/([a-z0-9-]+)(?:[/?#]|$)/.exec(url)?.[1];
  const fileName = url.replace(/[?#].*$/, "").split("/").at(-1)?.replace(/\.(?:ya?ml|json)$/i, "").replace(/[._-](?:openapi|swagger)$/i, "") ?? "";
  const plain = /^(?:openapi|swagger|api|index)?$/i.test(fileName) ? (textOf(source["name"]) ?? fileName) : fileName;
  return textOf(source["x-intermesh-interface"]) ?? inCatalog ?? slugOfName(plain);
}

/** What a step sends, and what it reads of the answer by JSON pointer. */
function fieldsOf(step: Node): string[] {
  const sent = listOf(step["parameters"]).flatMap(({ name, in: place }) => (typeof name === "string" && typeof place === "string" ? [`request.${place}.${name}`] : []));
  const body = objectOf(step["requestBody"])["payload"];
  const read = [...JSON.stringify([step["outputs"], step["successCriteria"]] satisfies unknown[]).matchAll(/\$response\.body#((?:\/[\w~.-]+)+)/g)].map(([, pointer = ""]) => `response${pointer.split("/").slice(1).map((part) => (/^\d+$/.test(part) ? "[]" : `.${part}`)).join("")}`);
  return [...new Set([...sent, ...(isObject(body) ? fieldsOfValue(body, "request.body") : []), ...read])];
}

function listOf(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
