import type { Body, Operation } from "../../normalized-spec.ts";
import { LimitExceeded } from "../../text/limit-exceeded.ts";
import type { Node } from "../../text/resolution.ts";
import { childOf, extensionsOf, isObject, membersOf, textOf, textsOf } from "../../values.ts";
import { externalDocsOf } from "../../shared-objects.ts";
import { readContent } from "./read-content.ts";
import type { ParameterOwner } from "./read-parameters.ts";
import { parameterNodes, readParameter } from "./read-parameters.ts";
import { readResponses } from "./read-responses.ts";
import { readServers } from "./read-servers.ts";
import type { Reading } from "./reading.ts";
import { at, securityOf } from "./reading.ts";
import { sunsetOf } from "../../sunset.ts";
import { readSwaggerBody } from "./swagger-body.ts";

/** Where a path item stands: how its operations are called. */
export type PathItemPlace = {
  kind: "http" | "webhook" | "callback";
  address: string;
  parent: string | null;
  internal: boolean;
  /** Ids of the callbacks around it, so that one that refers to itself ends. */
  within: string[];
  keyOf(method: string, methods: string[]): { key: string; display: string };
};

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
const CALLBACK_NESTING_MAX = 5;

/** Reads every operation of a path item (also of a webhook or callback) and returns their keys. */
export function readPathItem(reading: Reading, written: Node, place: PathItemPlace): string[] {
  const pathItem = pathItemBehind(reading, written);
  if (!pathItem) return [];
  const internal = place.internal || (isObject(pathItem.value) && pathItem.value["x-internal"] === true);
  const operations = operationNodes(reading, pathItem);
  const methods = operations.map(([method]) => method);
  return operations.map(([method, node]) => {
    const { key, display } = uniqueKey(reading, place.keyOf(method, methods), node);
    readOperation(reading, pathItem, node, { ...place, internal }, method, key, display);
    return key;
  });
}

/** A path item may have a `$ref` and members beside it, which go before those of the target. */
function pathItemBehind(reading: Reading, written: Node): Node | null {
  const target = reading.doc.follow(written);
  if (!target || !isObject(target.value)) return isObject(written.value) && !target ? written : null;
  if (target === written || !isObject(written.value) || Object.keys(written.value).length === 1) return target;
  const { $ref: _ref, ...beside } = written.value;
  return { ...target, value: { ...target.value, ...beside } };
}

function operationNodes(reading: Reading, pathItem: Node): [string, Node][] {
  const named = METHODS.map((method): [string, Node] => [method.toUpperCase(), childOf(pathItem, method)]);
  const additional = at(reading, pathItem, "additionalOperations");
  return [...named, ...(additional ? membersOf(additional) : [])].flatMap(([method, node]): [string, Node][] => {
    const followed = isObject(node.value) ? reading.doc.follow(node) : null;
    return followed && isObject(followed.value) ? [[method, followed]] : [];
  });
}

function uniqueKey(reading: Reading, names: { key: string; display: string }, node: Node): { key: string; display: string } {
  let key = names.key;
  // From the last number on: thousands of paths may differ by the names of their parameters only.
  let count = reading.keys.get(names.key) ?? 1;
  while (reading.keys.has(key)) key = `${names.key} (${++count})`;
  reading.keys.set(names.key, count).set(key, reading.keys.get(key) ?? 1);
  if (key !== names.key) {
    reading.doc.diagnose({
      severity: "warning", code: "duplicate-operation", message: `\`${names.display}\` is the same operation as one before: parameter names do not tell paths apart. It is kept as \`${key}\`.`,
      help: "Merge the two.", file: node.file, pointer: node.pointer,
    });
  }
  return { key, display: names.display };
}

function readOperation(reading: Reading, pathItem: Node, node: Node, place: PathItemPlace, method: string, key: string, display: string): void {
  const { doc } = reading;
  if (reading.operations.length >= doc.limits.entitiesMax) {
    throw new LimitExceeded("limit-entities", `The document has more than the limit of ${doc.limits.entitiesMax} operations.`, node);
  }
  const value = node.value as Record<string, unknown>;
  const shared = pathItem.value as Record<string, unknown>;
  const internal = place.internal || value["x-internal"] === true;
  const owner: ParameterOwner = { key, internal };
  const parameters = parameterNodes(reading, pathItem, node);
  const operation: Operation = {
    key, display, kind: place.kind, action: method, address: place.address, parent: place.parent,
    operationIds: [textOf(value["operationId"])].filter((id) => id !== null && id !== "") as string[],
    summary: textOf(value["summary"]) ?? textOf(shared["summary"]), description: textOf(value["description"]) ?? textOf(shared["description"]),
    tags: textsOf(value["tags"]), deprecated: value["deprecated"] === true, sunset: sunsetOf(value), internal,
    externalDocs: externalDocsOf(value["externalDocs"]),
    servers: readServers(reading, node) ?? readServers(reading, pathItem),
    ...effectiveSecurity(reading, node),
    parameters: parameters.flatMap((parameter) => readParameter(reading, parameter, owner) ?? []),
    requestBody: reading.generation === "2.0" ? readSwaggerBody(reading, parameters, node, owner) : readRequestBody(reading, node, owner),
    responses: readResponses(reading, node, owner),
    callbacks: [], channel: null, messages: [], reply: null, bindings: null, extensions: extensionsOf(value), file: node.file, pointer: node.pointer,
  };
  reading.operations.push(operation);
  operation.callbacks = readCallbacks(reading, node, key, display, place, internal);
}

/** Its own requirements, else those of the document. */
function effectiveSecurity(reading: Reading, { value, pointer }: Node): Pick<Operation, "security" | "securityPointer"> {
  const own = isObject(value) ? value["security"] : undefined;
  if (Array.isArray(own)) return { security: securityOf(own), securityPointer: `${pointer}/security` };
  return { security: reading.security, ...(reading.security.length > 0 ? { securityPointer: "/security" } : {}) };
}

function readRequestBody(reading: Reading, operation: Node, owner: ParameterOwner): Body | null {
  const node = at(reading, operation, "requestBody");
  if (!node || !isObject(node.value)) return null;
  const place = { owner: { kind: "operation" as const, id: owner.key }, place: "request.body", internal: owner.internal };
  return { required: node.value["required"] === true, description: textOf(node.value["description"]), content: readContent(reading, at(reading, node, "content"), place), file: node.file, pointer: node.pointer };
}

function readCallbacks(reading: Reading, operation: Node, parent: string, display: string, place: PathItemPlace, internal: boolean): string[] {
  const callbacks = at(reading, operation, "callbacks");
  if (!callbacks || place.within.length >= CALLBACK_NESTING_MAX) return [];
  return membersOf(callbacks).flatMap(([name, written]) => {
    const callback = reading.doc.follow(written);
    if (!callback || name.startsWith("x-")) return [];
    const id = reading.doc.canonicalId(callback.file, callback.pointer);
    if (place.within.includes(id)) return [];
    const expressions = membersOf(callback).filter(([expression]) => !expression.startsWith("x-"));
    return expressions.flatMap(([expression, pathItem], index) => readPathItem(reading, pathItem, {
      kind: "callback", address: expression, parent, internal, within: [...place.within, id],
      keyOf(method) {
        // One expression is the rule; the others of the same callback need their own to be told apart.
        const suffix = `CALLBACK ${name} ${method}${index === 0 ? "" : ` ${expression}`}`;
        return { key: `${parent} ${suffix}`, display: `${display} ${suffix}` };
      },
    }));
  });
}
