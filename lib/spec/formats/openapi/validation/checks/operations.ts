import type { LoadedDocument } from "../../../../text/loaded-document.ts";
import { isObject, wordOf } from "../../../../values.ts";
import type { Visited } from "../walk.ts";
import { inside, pointerOf } from "../walk.ts";

const operationIds = new WeakMap<LoadedDocument, Map<string, string>>();

/** `operationId` is unique among all operations (OpenAPI, Operation Object). */
export function uniqueOperationId({ value, at, walk }: Visited): void {
  const id = value["operationId"];
  if (typeof id !== "string") return;
  let known = operationIds.get(walk.doc);
  if (!known) operationIds.set(walk.doc, (known = new Map()));
  const place = walk.doc.canonicalId(at.file, pointerOf(at));
  const first = known.get(id);
  if (first === undefined) known.set(id, place);
  else if (first !== place) walk.error("duplicate-operation-id", `The \`operationId\` \`${id}\` is used by another operation already.`, at, "operationId", "Give each operation one of its own.");
}

/** No two parameters of one list share name and place (OpenAPI, Operation Object and Path Item Object). */
export function uniqueParameters({ value, at, walk }: Visited): void {
  const list = value["parameters"];
  if (!Array.isArray(list)) return;
  const seen = new Set<string>();
  const places: string[] = [];
  (list as unknown[]).forEach((item, index) => {
    const here = inside(inside(at, "parameters"), index);
    const parameter = walk.doc.follow({ file: at.file, pointer: pointerOf(here), value: item });
    if (!parameter || !isObject(parameter.value)) return;
    const name = wordOf(parameter.value["name"]);
    const place = wordOf(parameter.value["in"]);
    const key = `${place}\n${name}`;
    if (seen.has(key)) walk.error("duplicate-parameter", `The ${place} parameter \`${name}\` is given twice.`, here, undefined, "Remove one of them.");
    seen.add(key);
    places.push(place);
  });
  if (places.filter((place) => place === "querystring").length > 1) walk.error("querystring", "There can be only one `querystring` parameter.", at, "parameters");
  if (places.includes("querystring") && places.includes("query")) walk.error("querystring", "A `querystring` parameter is the whole query: there can be no `query` parameter beside it.", at, "parameters");
  if (places.filter((place) => place === "body").length > 1) walk.error("body-parameter", "There can be only one `body` parameter.", at, "parameters", "Put both into one schema.");
  if (places.includes("body") && places.includes("formData")) walk.error("body-parameter", "`body` and `formData` parameters exclude one another.", at, "parameters");
}

/** At least one response (OpenAPI, Responses Object). */
export function someResponse({ value, at, walk }: Visited): void {
  if (Object.keys(value).every((name) => name.startsWith("x-"))) walk.error("no-response", "`responses` needs at least one response.", at, undefined, "Add one, for example `\"200\": {description: OK}`.");
}
