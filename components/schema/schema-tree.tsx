import type { SchemaValue } from "#lib/spec/normalized-spec.ts";
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
 * address of its own, `place.path`.
 */
export function SchemaTree({ schema, schemas, place, limits }: { schema: SchemaValue; schemas: SchemaMap; place: TreePlace; limits?: TreeLimits }) {
  const root = buildSchemaTree(schema, schemas, limits);
  return (
    <div className="text-sm">
      <SchemaLine node={root} place={place} root />
      <Inside node={root} place={place} depth={0} />
    </div>
  );
}

function Inside({ node, place, depth }: { node: SchemaNode; place: TreePlace; depth: number }) {
  return (
    <>
      <SchemaEnum values={node.enum} />
      {node.children.length > 0 ? (
        <ul className="border-t border-line">
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
  if (!nested) {
    return (
      <li id={id} className="group/prop border-b border-line py-2 pl-5 target:bg-accent-tint">
        <SchemaLine node={node} place={place} id={id} />
        <SchemaEnum values={node.enum} />
        <SchemaRest node={node} place={place} />
      </li>
    );
  }
  const inner = node.kind === "option" ? { ...place, id } : place;
  return (
    <li id={id} className="border-b border-line target:bg-accent-tint">
      <details open={depth <= place.openDepth} className="group/details">
        <summary className="group/prop relative list-none py-2 pl-5 -outline-offset-2 hover:bg-hover [&::-webkit-details-marker]:hidden">
          <svg viewBox="0 0 12 12" aria-hidden="true" className="absolute top-3.5 left-0.5 size-3 text-faint transition-transform group-open/details:rotate-90">
            <path d="M4 2.5 8 6l-4 3.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          <SchemaLine node={node} place={place} id={id} />
        </summary>
        <div className="ml-1.5 border-l border-line pl-3 [&>ul]:border-t-0 [&>ul>li:last-child]:border-b-0">
          <Inside node={node} place={inner} depth={depth} />
        </div>
      </details>
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
