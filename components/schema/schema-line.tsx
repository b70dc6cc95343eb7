import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Link } from "#components/ui/link.tsx";
import { Markdown } from "#components/ui/markdown.tsx";
import type { SchemaNode } from "./build-schema-tree.ts";
import type { TreePlace } from "./schema-tree.tsx";
import { TypeWords } from "./type-words-view.tsx";

/** Name, type, what must hold, and the description of one property. */
export function SchemaLine({ node, place, id, lead, root = false }: { node: SchemaNode; place: TreePlace; id?: string; lead?: ReactNode; root?: boolean }) {
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
        {lead}
        {node.name ? <Name node={node} id={id} /> : null}
        <span className="font-mono text-xs text-muted [overflow-wrap:anywhere]">
          <TypeWords parts={node.type} href={place.schemaHref} />
        </span>
        {node.required ? <span className="text-xs font-medium text-amber">required</span> : null}
        {node.deprecated ? <Badge tone="amber">deprecated</Badge> : null}
        {node.internal ? <Badge>internal</Badge> : null}
        {node.readOnly ? <span className="text-xs text-faint" title="Sent in responses only">read only</span> : null}
        {node.writeOnly ? <span className="text-xs text-faint" title="Sent in requests only">write only</span> : null}
        <Constraints node={node} />
      </div>
      {node.description && !(root && node.description.length > 2000) ? <Markdown text={node.description} small className="mt-0.5 text-muted" /> : null}
    </div>
  );
}

function Name({ node, id }: { node: SchemaNode; id?: string }) {
  const name = <code className={node.deprecated ? "line-through decoration-faint" : undefined}>{node.name}</code>;
  if (node.kind === "option") return <span className="text-sm font-medium">{node.name}</span>;
  return (
    <span className="text-sm font-medium [overflow-wrap:anywhere]">
      {name}
      {id ? (
        <a href={`#${encodeURI(id)}`} aria-label={`Link to ${node.name}`} className="ml-1 text-faint opacity-0 group-hover/prop:opacity-100 hover:text-accent focus-visible:opacity-100">
          #
        </a>
      ) : null}
    </span>
  );
}

function Constraints({ node }: { node: SchemaNode }) {
  if (node.constraints.length === 0 && node.pattern === null && node.defaultValue === null && node.example === null) return null;
  return (
    <span className="text-xs text-faint [overflow-wrap:anywhere]">
      {node.constraints.join(" · ")}
      {node.pattern === null ? null : <Fact label="matches" value={node.pattern} first={node.constraints.length === 0} />}
      {node.defaultValue === null ? null : <Fact label="default" value={node.defaultValue} first={node.constraints.length === 0 && node.pattern === null} />}
      {node.example === null ? null : <Fact label="for example" value={node.example} first={node.constraints.length === 0 && node.pattern === null && node.defaultValue === null} />}
    </span>
  );
}

function Fact({ label, value, first }: { label: string; value: string; first: boolean }) {
  return (
    <>
      {first ? "" : " · "}
      {label} <code className="text-muted">{value.length > 200 ? `${value.slice(0, 200)}…` : value}</code>
    </>
  );
}

/** Why there is nothing below a line though its schema has more, and where to read on. */
export function SchemaRest({ node, place }: { node: SchemaNode; place: TreePlace }) {
  if (node.ends === null) return null;
  const { reason, id } = node.ends;
  const text = { recursive: "Contains itself: continues as above", deeper: "More inside", missing: "Not in this document" }[reason];
  return (
    <p className="mt-1 text-xs text-faint">
      {reason === "recursive" ? "↻ " : ""}
      {text}
      {id !== null && reason !== "missing" ? (
        <>
          {", "}
          <Link href={place.schemaHref(id)} look="text" className="text-xs" prefetch={false}>
            open the schema
          </Link>
        </>
      ) : null}
      {id !== null && reason === "missing" ? <code className="ml-1">{id}</code> : null}
    </p>
  );
}
