import type { ReactNode } from "react";
import { breakable } from "#components/ui/breakable.tsx";
import { Markdown } from "#components/ui/markdown.tsx";
import { closedWords } from "#lib/spec/outline/constraint-words.ts";
import type { SchemaNode } from "#lib/spec/outline/schema-node.ts";
import { partHref, schemaHref, type TreePlace } from "./tree-place.ts";
import { TypeWords } from "./type-words-view.tsx";

/** Name, type, what must hold, and the description of one property. Few elements, since there may be a thousand lines. */
export function SchemaLine({ node, place, id, lead, root = false }: { node: SchemaNode; place: TreePlace; id?: string; lead?: ReactNode; root?: boolean }) {
  return (
    <>
      <div className="s-line">
        {lead}
        {node.name ? <Name node={node} id={id} /> : null}
        <span className="s-type">
          <TypeWords parts={node.type} place={place} />
        </span>
        {node.told ? <code className="s-fact">{node.told}</code> : null}
        {node.required ? <b className="s-req">required</b> : null}
        {node.deprecated ? <b className="s-dep">deprecated</b> : null}
        {node.internal ? <span className="s-fact">internal</span> : null}
        {node.readOnly ? <span className="s-fact" title="Sent in responses only">read only</span> : null}
        {node.writeOnly ? <span className="s-fact" title="Sent in requests only">write only</span> : null}
        <Constraints node={node} root={root} />
      </div>
      {node.description && !(root && node.description.length > 2000) ? <Markdown text={node.description} small className="s-text" /> : null}
    </>
  );
}

function Name({ node, id }: { node: SchemaNode; id?: string }) {
  if (node.kind === "option") return <span className="s-name">{node.name}</span>;
  const name = <code className={node.deprecated ? "s-gone" : undefined}>{breakable(node.name)}</code>;
  // The name is the link to itself.
  return id ? (
    <a href={`#${encodeURI(id)}`} className="s-name">
      {name}
    </a>
  ) : (
    <span className="s-name">{name}</span>
  );
}

function Constraints({ node, root }: { node: SchemaNode; root: boolean }) {
  // Of what opens in place that is said at its end.
  const words = root ? node.constraints : node.constraints.filter((word) => word !== closedWords);
  const facts: ReactNode[] = words.length > 0 ? [words.join(" · ")] : [];
  const add = (label: string, value: string | null) => {
    if (value !== null) facts.push(<Fact key={label} label={label} value={value} first={facts.length === 0} />);
  };
  add("matches", node.pattern);
  add("default", node.defaultValue);
  add("for example", node.enum.some(({ value }) => value === node.example) ? null : node.example);
  return facts.length === 0 ? null : <span className="s-fact">{facts}</span>;
}

function Fact({ label, value, first }: { label: string; value: string; first: boolean }) {
  return (
    <>
      {first ? "" : " · "}
      {label} <code>{breakable(value.length > 200 ? `${value.slice(0, 200)}…` : value)}</code>
    </>
  );
}

/** What stands below a line instead of its contents: why there is nothing, where to read on, what exists the other way only. */
export function SchemaRest({ node, place, id }: { node: SchemaNode; place: TreePlace; id: string }) {
  return (
    <>
      {node.otherWay.length > 0 && place.direction !== null ? (
        <p className="s-rest">
          {place.direction === "request" ? "Only in answers" : "Only in requests"}: <code>{node.otherWay.join(", ")}</code>
        </p>
      ) : null}
      {node.ends === null ? null : <End ends={node.ends} node={node} place={place} id={id} />}
    </>
  );
}

function End({ ends: { reason, id: schema, part, size, alternatives = false }, node, place, id }: { ends: NonNullable<SchemaNode["ends"]>; node: SchemaNode; place: TreePlace; id: string }) {
  if (reason === "missing") {
    return (
      <p className="s-rest">
        Not in this document <code>{schema}</code>
      </p>
    );
  }
  const href = partHref(place, part, { path: node.path, id: node.kind === "option" ? id : place.id });
  const words = reason === "recursive" ? "Contains itself: once more" : size > 0 ? `${size.toLocaleString("en")} ${alternatives ? "alternative" : "field"}${size === 1 ? "" : "s"} inside` : "More inside";
  if (href === null) return <p className="s-rest">{schema === null ? words : <a href={schemaHref(place, schema)}>{words}</a>}</p>;
  return (
    <p className="s-rest" data-part-place="">
      <a href={href.page} data-part={href.html} data-under={`${id}`} rel="nofollow">
        {words}
      </a>
    </p>
  );
}
