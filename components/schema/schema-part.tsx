import type { Schema, SchemaValue } from "#lib/spec/normalized-spec.ts";
import { buildSchemaTree } from "#lib/spec/outline/build-schema-tree.ts";
import type { Direction, PartPlace } from "#lib/spec/outline/schema-node.ts";
import type { PagePlace } from "../operation/operation-view.ts";
import { SchemaInside, SchemaRows } from "./schema-tree.tsx";
import type { TreePlace } from "./tree-place.ts";

type Props = {
  part: { schema: SchemaValue; schemas: Record<string, Schema> };
  page: PagePlace;
  /** What it was asked for by: the parts within it go by the same. */
  root: Record<string, string>;
  at: number[];
  from: number;
  path: string;
  id: string;
  direction: Direction | null;
  /** Address of the line that is wanted, which may be far down a long list. */
  near: string | null;
};

/** What lies at one part of a schema, to stand beneath its line: lines of a list where it continues one. */
export function SchemaPart({ part, page, root, at, from, path, id, direction, near }: Props) {
  const place: TreePlace = { id, page, root, direction, openDepth: 1 };
  const start: PartPlace = root.schema === undefined ? { schema: null, steps: at } : { schema: root.schema, steps: at };
  const node = buildSchemaTree(part.schema, new Map(Object.entries(part.schemas)), { path, direction, from, near: near?.startsWith(`${id}.`) ? near.slice(id.length + 1) : null, part: start });
  return from > 0 ? <SchemaRows node={node} place={place} depth={1} id={id} /> : <SchemaInside node={node} place={place} depth={1} id={id} />;
}
