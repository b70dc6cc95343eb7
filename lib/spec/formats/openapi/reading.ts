import type { Operation, SecurityRequirement, Server } from "../../normalized-spec.ts";
import type { SchemaReader } from "../../schemas/schema-reader.ts";
import type { LoadedDocument } from "../../text/loaded-document.ts";
import type { Node } from "../../text/resolution.ts";
import { childOf, isObject, listOf, textsOf } from "../../values.ts";
import type { Generation } from "./version.ts";

/** What the reading of one OpenAPI document carries along. */
export type Reading = {
  doc: LoadedDocument;
  generation: Generation;
  schemas: SchemaReader;
  operations: Operation[];
  /** Keys that are taken, each with the number of its last namesake. */
  keys: Map<string, number>;
  /** Of the document, for operations that say nothing of their own. */
  security: SecurityRequirement[];
  /** Swagger 2: media types of the document. */
  consumes: string[];
  produces: string[];
};

/** A member, behind its references where it has any; `null` where it is absent or leads nowhere. */
export function at(reading: Reading, node: Node, token: string | number): Node | null {
  const child = childOf(node, token);
  return child.value === undefined || child.value === null ? null : reading.doc.follow(child);
}

/** `security` of the document or an operation: alternatives of schemes needed together. */
export function securityOf(value: unknown): SecurityRequirement[] {
  return listOf(value).filter(isObject).map((alternative) => Object.entries(alternative).map(([scheme, scopes]) => ({ scheme, scopes: textsOf(scopes) })));
}

export type { Node, Server };
