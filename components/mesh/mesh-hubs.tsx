import type { GraphNode } from "#lib/catalog/graph/graph.ts";
import { focusHref } from "#lib/catalog/graph/mesh-query-words.ts";
import { Link } from "../ui/link.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";

/** What most depends on, and what depends on most; each leads to its neighbourhood. */
export function MeshHubs({ nodes }: { nodes: GraphNode[] }) {
  return (
    <Table caption="The most connected services and interfaces">
      <TableHead>
        <tr>
          <TableHeader>Name</TableHeader>
          <TableHeader className="max-sm:hidden">Owner</TableHeader>
          <TableHeader numeric>Uses</TableHeader>
          <TableHeader numeric>Used by</TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {nodes.map((node) => (
          <TableRow key={node.id}>
            <TableCell className="[overflow-wrap:anywhere]">
              <Link href={focusHref(node.id)} prefetch={false}>{node.title}</Link>
              {node.kind === "interface" ? <span className="ml-1.5 text-xs text-faint">interface</span> : null}
            </TableCell>
            <TableCell className="max-w-40 truncate text-muted max-sm:hidden">{node.owner?.name ?? <span className="text-faint">unowned</span>}</TableCell>
            <TableCell numeric>{node.uses.toLocaleString("en")}</TableCell>
            <TableCell numeric>{node.usedBy.toLocaleString("en")}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
