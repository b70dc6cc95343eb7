import type { ReactNode } from "react";
import type { SchemaValue } from "#lib/spec/normalized-spec.ts";
import type { SchemaMap } from "#lib/spec/outline/schema-values.ts";
import { buildSchemaTree, type TreeLimits } from "#lib/spec/outline/build-schema-tree.ts";
import { closedWords } from "#lib/spec/outline/constraint-words.ts";
import { typeText } from "#lib/spec/outline/type-words.ts";
import type { SchemaGroup, SchemaNode } from "#lib/spec/outline/schema-node.ts";
import { SchemaEnum } from "./schema-enum.tsx";
import { SchemaLine, SchemaRest } from "./schema-line.tsx";
import { partHref, type TreePlace } from "./tree-place.ts";

/**
 * A schema as people read it: one line for each property, nested ones open in place without a script. Each line has an
 * address of its own, `place.path`. `lead` stands before the type of the whole, such as its media type. For `Static`.
 */
export function SchemaTree({ schema, schemas, place, limits, lead }: { schema: SchemaValue; schemas: SchemaMap; place: TreePlace; limits?: TreeLimits; lead?: ReactNode }) {
  const root = buildSchemaTree(schema, schemas, { limits, direction: place.direction });
  // A long schema is read at its top first.
  const shown = countNodes(root) > openNodesMax ? { ...place, openDepth: 0 } : place;
  return (
    <div className="s-tree">
      {lead === undefined && saysNothing(root) ? null : <SchemaLine node={root} place={place} lead={lead} root />}
      <SchemaInside node={root} place={shown} depth={0} id={place.id} />
    </div>
  );
}

const openNodesMax = 80;

/** An object whose properties follow, and no more than that. */
function saysNothing({ type, description, children, constraints, deprecated, defaultValue, example, pattern }: SchemaNode): boolean {
  return children.length > 0 && typeText(type) === "object" && !description && constraints.length === 0 && !deprecated && defaultValue === null && example === null && pattern === null;
}

function countNodes(node: SchemaNode): number {
  return [...node.children, ...node.groups.flatMap((group) => group.options)].reduce((sum, child) => sum + countNodes(child), 1);
}

/** What lies beneath a line: its properties, its alternatives, and what is left to say. */
export function SchemaInside({ node, place, depth, id }: { node: SchemaNode; place: TreePlace; depth: number; id: string }) {
  return (
    <>
      {depth === 0 ? <SchemaEnum values={node.enum} /> : null}
      {node.children.length > 0 ? (
        <ul className={depth === 0 ? "s-top" : undefined}>
          <SchemaRows node={node} place={place} depth={depth} id={id} />
        </ul>
      ) : null}
      {node.groups.map((group, index) => (
        <Group key={index} group={group} place={place} depth={depth} number={index} path={node.path} />
      ))}
      {depth > 0 && node.children.length > 0 && node.more === null && node.constraints.includes(closedWords) ? <p className="s-rest">{closedWords}</p> : null}
      <SchemaRest node={node} place={place} id={id} />
    </>
  );
}

/** The properties alone, for a list: the last line fetches those that come after. */
export function SchemaRows({ node, place, depth, id }: { node: SchemaNode; place: TreePlace; depth: number; id: string }) {
  const href = node.more && partHref(place, node.more.part, { path: node.path, id: place.id, from: node.more.from });
  return (
    <>
      {node.skipped ? <li className="s-rest">{node.skipped.toLocaleString("en")} before these are left out; the page without # shows them</li> : null}
      {node.children.map((child) => (
        <SchemaRow key={`${child.kind} ${child.name}`} node={child} place={place} depth={depth + 1} />
      ))}
      {node.more ? (
        <li className="s-rest" data-part-place="">
          {href ? (
            <a href={href.page} data-part={href.html} data-under={id} rel="nofollow">
              {node.more.count.toLocaleString("en")} more
            </a>
          ) : (
            `${node.more.count.toLocaleString("en")} more`
          )}
        </li>
      ) : null}
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
  if (!nested) {
    return (
      <li id={id} className="s-row">
        {line}
        <SchemaRest node={node} place={place} id={id} />
      </li>
    );
  }
  return (
    <li id={id} className="s-row">
      <div className="s-head">{line}</div>
      <details open={depth <= place.openDepth}>
        <summary aria-label={`What is in ${node.name || "this option"}`} />
        <div className="s-in">
          <SchemaInside node={node} place={node.kind === "option" ? { ...place, id } : place} depth={depth} id={id} />
        </div>
      </details>
    </li>
  );
}

function Group({ group, place, depth, number, path }: { group: SchemaGroup; place: TreePlace; depth: number; number: number; path: string }) {
  return (
    <div className="s-group">
      <p>
        <b>{group.label}</b>
        {group.note ? `, ${group.note}` : null}
      </p>
      {group.options.length > 0 ? (
        <ul>
          {group.options.map((option, index) => (
            <SchemaRow key={index} node={option} place={place} depth={depth + 1} idSuffix={`${path === "" ? "" : `.${path}`}~${number}.${index}`} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
