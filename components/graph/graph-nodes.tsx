import type { GraphNode } from "#lib/catalog/graph/graph.ts";
import { focusHref } from "#lib/catalog/graph/mesh-query-words.ts";
import { Link } from "../ui/link.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";

const sides = { focus: "", upstream: "uses", downstream: "used by", both: "both ways" } as const;

/** The nodes of a graph, the nearest first. */
export function GraphNodes({ nodes, isPath }: { nodes: GraphNode[]; isPath: boolean }) {
  return (
    <Table caption="Nodes of the graph">
      <TableHead>
        <tr>
          <TableHeader className="min-w-40">Name</TableHeader>
          <TableHeader className="w-24">{isPath ? "Step" : "Hops"}</TableHeader>
          <TableHeader className="w-32 max-sm:hidden xl:hidden 2xl:table-cell">Owner</TableHeader>
          <TableHeader numeric className="w-16">Uses</TableHeader>
          <TableHeader numeric className="w-16">Used by</TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {nodes.map((node) => (
          <TableRow key={node.id}>
            <TableCell className="min-w-40 break-words">
              <Link href={node.distance === 0 && !isPath ? `/${node.kind}s/${encodeURIComponent(node.slug)}` : focusHref(node.id)} prefetch={false}>{node.title}</Link>
              {node.kind === "interface" ? <span className="ml-1.5 text-xs text-faint">interface</span> : null}
            </TableCell>
            <TableCell className="text-muted">{isPath ? node.distance : node.distance === 0 ? "here" : `${node.distance}, ${sides[node.side]}`}</TableCell>
            <TableCell className="text-muted max-sm:hidden xl:hidden 2xl:table-cell">{node.owner?.name ?? <span className="text-faint">unowned</span>}</TableCell>
            <TableCell numeric>{node.uses.toLocaleString("en")}</TableCell>
            <TableCell numeric>{node.usedBy.toLocaleString("en")}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
