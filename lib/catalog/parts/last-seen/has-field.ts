import type { Operation, Parameter, SchemaValue } from "#lib/spec/normalized-spec.ts";
import { hasPath } from "#lib/spec/outline/has-path.ts";
import { liesWithin } from "#lib/spec/outline/structural-path.ts";
import { referencedSchemas } from "../../contents/referenced-schemas.ts";
import type { VersionContents } from "../../contents/version-contents.ts";
import type { PartKind } from "../../urls/part-url.ts";
import { findMessageIn, findOperationIn, findSchemaIn } from "../part-kinds.ts";

type Root = { schema: SchemaValue; at: string; path: string };

/**
 * Whether a part of a version has a field, by the address of its line on the part's page: `request.body.items[].sku`,
 * `request.query.limit`, `response.200.id`, `payload.total`, `schema.id`.
 */
export async function hasField(contents: VersionContents, kind: PartKind, id: string, field: string): Promise<boolean> {
  const root = await rootOf(contents, kind, id, field);
  if (root === null) return false;
  return hasPath(root.schema, root.path, async (schema) => new Map(Object.entries(await referencedSchemas(contents, schema))), root.at);
}

async function rootOf(contents: VersionContents, kind: PartKind, id: string, field: string): Promise<Root | null> {
  if (kind === "schema") return within(field, "schema", (await findSchemaIn(contents, id))?.json);
  if (kind === "channel") return null;
  const operation = kind === "operation" ? await findOperationIn(contents, id) : null;
  if (operation && operation.kind !== "event") return ofOperation(operation, field);
  const message = await findMessageIn(contents, operation ? (operation.messages[0] ?? "") : id);
  return within(field, "payload", message?.payload) ?? within(field, "headers", message?.headers);
}

function ofOperation({ parameters, requestBody, responses }: Operation, field: string): Root | null {
  if (field.startsWith("request.body")) return within(field, "request.body", bodyOf(requestBody?.content));
  const given = /^request\.(path|query|header|cookie)\.(.+)$/.exec(field);
  if (given) return ofParameters(parameters.filter(({ in: place }) => place === given[1] || (place === "querystring" && given[1] === "query")), given[2] ?? "");
  const response = responses.find(({ status }) => liesWithin(field, `response.${status}`));
  if (!response) return null;
  const header = /^\.header\.(.+)$/.exec(field.slice(`response.${response.status}`.length));
  return header ? ofParameters(response.headers, header[1] ?? "") : within(field, `response.${response.status}`, bodyOf(response.content));
}

function ofParameters(parameters: Parameter[], path: string): Root | null {
  const parameter = parameters.find(({ name }) => liesWithin(path, name));
  return parameter ? { schema: parameter.schema ?? bodyOf(parameter.content ?? []) ?? true, at: parameter.name, path } : null;
}

const bodyOf = (content: { schema: SchemaValue | null; itemSchema?: SchemaValue | null }[] | undefined) => content?.[0]?.schema ?? content?.[0]?.itemSchema;

function within(field: string, place: string, schema: SchemaValue | null | undefined): Root | null {
  return schema != null && liesWithin(field, place) ? { schema, at: "", path: field.slice(place.length).replace(/^\./, "") } : null;
}
