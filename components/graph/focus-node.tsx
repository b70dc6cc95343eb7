"use client";
import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import clsx from "clsx";
import type { Direction } from "#lib/catalog/graph/graph-words.ts";
import type { GraphNode } from "#lib/catalog/graph/graph.ts";
import { focusHref } from "#lib/catalog/graph/mesh-query-words.ts";
import { Link } from "../ui/link.tsx";

export type FocusNodeData = { node: GraphNode; /** Uses and users that are not drawn yet. */ moreUses: number; moreUsers: number; expand: (id: string, direction: Direction) => void };

/** One box of the graph: its name leads to its own neighbourhood, the numbers beside it fetch what is not drawn yet. */
export function FocusNode({ data: { node, moreUses, moreUsers, expand } }: NodeProps<Node<FocusNodeData>>) {
  const isFocus = node.distance === 0;
  return (
    <div className={clsx("pointer-events-auto flex h-full w-full flex-col justify-center border bg-raised px-3 text-left", node.kind === "interface" ? "rounded-[27px]" : "rounded-md", isFocus ? "border-accent bg-accent-tint" : "border-line-strong")}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <Link look="plain" href={focusHref(node.id)} prefetch={false} className={clsx("nodrag truncate text-sm", isFocus ? "font-semibold" : "font-medium")} title={node.title}>
        {node.title}
      </Link>
      <span className="truncate text-xs text-faint">{node.kind === "interface" ? "interface · " : ""}{node.owner?.name ?? "unowned"}</span>
      {moreUsers > 0 ? <More side="left" count={moreUsers} label={`Show who uses ${node.title}`} onClick={() => expand(node.id, "downstream")} /> : null}
      {moreUses > 0 ? <More side="right" count={moreUses} label={`Show what ${node.title} uses`} onClick={() => expand(node.id, "upstream")} /> : null}
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}

/** At a lower corner: lines begin and end in the middle of a side. */
function More({ side, count, label, onClick }: { side: "left" | "right"; count: number; label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={`${label}: ${count} more`}
      title={label}
      onClick={onClick}
      className={clsx("nodrag nopan absolute bottom-0 z-10 h-6 min-w-6 translate-y-1/2 scale-(--mesh-unzoom) rounded-full border border-line-strong bg-canvas px-1.5 text-xs text-muted tabular-nums hover:border-accent hover:text-accent", side === "left" ? "right-full -mr-4 origin-right" : "left-full -ml-4 origin-left")}
    >
      +{count.toLocaleString("en")}
    </button>
  );
}
