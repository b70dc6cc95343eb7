import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import type { Body, Message, Operation, Parameter, Schema, SchemaValue } from "#lib/spec/normalized-spec.ts";
import { childrenOf } from "#lib/spec/outline/open-schema.ts";
import { openContents } from "../contents/open-contents.ts";
import { referencedSchemas } from "../contents/referenced-schemas.ts";
import type { VersionContents } from "../contents/version-contents.ts";
import { findVersion, type VersionAddress } from "../versions/find-version.ts";

/** What a part lies in: a named schema, or a place of an operation or message; and which child of which leads there from it. */
export type SchemaPartAddress = { schema?: string; operation?: string; message?: string; place?: string; name?: string; media?: number; at: number[] };

const stepsMax = 40;

/**
 * One part of a schema by itself, with the schemas near it: for what a page leaves out because it lies too deep, or
 * comes after too many others.
 * @throws NotFoundError when there is no such part
 */
export async function getSchemaPart({ ctx, input }: { ctx: Ctx; input: VersionAddress & SchemaPartAddress }): Promise<{ schema: SchemaValue; schemas: Record<string, Schema>; name: string; within: string }> {
  const { subject, version } = await findVersion(ctx, input);
  const contents = await openContents(ctx, subject, version);
  const root = await rootOf(contents, input);
  if (root === null) throw new NotFoundError("schema", input.schema ?? input.operation ?? input.message ?? "");
  let part = root;
  for (const step of input.at.slice(0, stepsMax)) {
    const schemas = new Map(Object.entries(await referencedSchemas(contents, part.schema)));
    const child = childrenOf(part.schema, schemas)[step];
    if (child === undefined) throw new NotFoundError("schema", `${root.name}, ${input.at.join(".")}`);
    part = child;
  }
  return { schema: part.schema, name: part.name, within: root.name, schemas: await referencedSchemas(contents, part.schema) };
}

type Root = { schema: SchemaValue; name: string };

async function rootOf(contents: VersionContents, address: SchemaPartAddress): Promise<Root | null> {
  if (address.schema !== undefined) {
    const [schema] = await contents.getSchemas([address.schema]);
    return schema ? { schema: { $ref: schema.id }, name: schema.name } : null;
  }
  if (address.operation !== undefined) {
    const operation = await contents.findOperation(address.operation);
    const schema = operation && ofOperation(operation, address);
    return operation && schema != null ? { schema, name: operation.display } : null;
  }
  const message = (await contents.listMessages()).find(({ id }) => id === address.message);
  const schema = message && ofMessage(message, address.place ?? "");
  return message && schema != null ? { schema, name: message.title ?? message.name } : null;
}

function ofMessage(message: Message, place: string): SchemaValue | null {
  return place === "headers" ? message.headers : message.payload;
}

function ofOperation(operation: Operation, { place = "", name, media = 0 }: SchemaPartAddress): SchemaValue | null {
  const [side, status, header] = place.split(".");
  if (place === "request.body") return ofContent(operation.requestBody?.content, media);
  if (side === "request") return ofParameter(operation.parameters.find((parameter) => parameter.in === status && parameter.name === name));
  const response = operation.responses.find((candidate) => candidate.status === status);
  return header === "header" ? ofParameter(response?.headers.find((candidate) => candidate.name === name)) : ofContent(response?.content, media);
}

function ofContent(content: Body["content"] | undefined, index: number): SchemaValue | null {
  return content?.[index]?.schema ?? content?.[index]?.itemSchema ?? null;
}

function ofParameter(parameter: Parameter | undefined): SchemaValue | null {
  return parameter?.schema ?? parameter?.content?.[0]?.schema ?? null;
}
