import type { ReactNode } from "react";
import type { SchemaValue } from "#lib/spec/normalized-spec.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { buildSchemaTree, type SchemaGroup, type SchemaNode, type TreeLimits } from "./build-schema-tree.ts";
import { SchemaEnum } from "./schema-enum.tsx";
import { SchemaLine, SchemaRest } from "./schema-line.tsx";
import type { SchemaMap } from "./schema-values.ts";

/** What a tree needs from the page around it. */
export type TreePlace = {
  /** Prefix of the addresses of single properties, unique on the page: `request.body`. */
  id: string;
  /** Where a schema has a page of its own. */
  schemaHref: (id: string) => string;
  /** Lines deeper than this are closed at first. */
  openDepth: number;
};

/**
 * A schema as people read it: one line for each property, nested ones open in place without a script. Each line has an
 * address of its own, `place.path`. `lead` stands before the type of the whole, such as its media type.
 */
export function SchemaTree({ schema, schemas, place, limits, lead }: { schema: SchemaValue; schemas: SchemaMap; place: TreePlace; limits?: TreeLimits; lead?: ReactNode }) {
  const root = buildSchemaTree(schema, schemas, limits);
  // A long schema is read at its top first.
  const shown = countNodes(root) > openNodesMax ? { ...place, openDepth: 0 } : place;
  return (
    <div className="text-sm">
      <SchemaLine node={root} place={place} lead={lead} root />
      <Inside node={root} place={shown} depth={0} />
    </div>
  );
}

const openNodesMax = 80;

function countNodes(node: SchemaNode): number {
  return [...node.children, ...node.groups.flatMap((group) => group.options)].reduce((sum, child) => sum + countNodes(child), 1);
}

function Inside({ node, place, depth }: { node: SchemaNode; place: TreePlace; depth: number }) {
  return (
    <>
      {depth === 0 ? <SchemaEnum values={node.enum} /> : null}
      {node.children.length > 0 ? (
        <ul className={depth === 0 ? "mt-1 border-t border-line" : undefined}>
          {node.children.map((child) => (
            <SchemaRow key={`${child.kind} ${child.name}`} node={child} place={place} depth={depth + 1} />
          ))}
        </ul>
      ) : null}
      {node.groups.map((group, index) => (
        <Group key={index} group={group} place={place} depth={depth} number={index} path={node.path} />
      ))}
      <SchemaRest node={node} place={place} />
    </>
  );
}

/** One line with what lies beneath it, in a `ul`. */
export function SchemaRow({ node, place, depth, idSuffix = "" }: { node: SchemaNode; place: TreePlace; depth: number; idSuffix?: string }) {
  const id = `${place.id}${node.kind === "option" ? idSuffix : `.${node.path}${idSuffix}`}`;
  const nested = node.children.length > 0 || node.groups.length > 0;
  const line = (
    <>
      <SchemaLine node={node} place={place} id={id} />
      <SchemaEnum values={node.enum} />
    </>
  );
  const look = "group/prop relative border-b border-line py-2 pl-5 target:bg-accent-tint";
  if (!nested) {
    return (
      <li id={id} className={look}>
        {line}
        <SchemaRest node={node} place={place} />
      </li>
    );
  }
  return (
    <li id={id} className={look}>
      <Disclosure label={`What is in ${node.name || "this option"}`} open={depth <= place.openDepth} line={line}>
        <div className="-ml-3.5 border-l border-line pl-3 [&>ul>li:last-child]:border-b-0">
          <Inside node={node} place={node.kind === "option" ? { ...place, id } : place} depth={depth} />
        </div>
      </Disclosure>
    </li>
  );
}

function Group({ group, place, depth, number, path }: { group: SchemaGroup; place: TreePlace; depth: number; number: number; path: string }) {
  return (
    <div className="border-b border-line pt-2 last:border-b-0">
      <p className="text-xs text-muted">
        <strong className="font-medium">{group.label}</strong>
        {group.note ? <span className="text-faint">, {group.note}</span> : null}
      </p>
      <ul className="[&>li:last-child]:border-b-0">
        {group.options.map((option, index) => (
          <SchemaRow key={index} node={option} place={place} depth={depth + 1} idSuffix={`${path === "" ? "" : `.${path}`}~${number}.${index}`} />
        ))}
      </ul>
    </div>
  );
}
