import type { Graph } from "#lib/catalog/graph/graph.ts";
import { operationUrl } from "#lib/catalog/operation-url.ts";
import { Badge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";

const rowsMax = 150;
const evidenceTone = { observed: "green", specified: "blue", declared: "grey", possible: "amber" } as const;

/** The uses of a graph, a row each: who uses what, through which operation, and how that is known. */
export function GraphEdges({ graph }: { graph: Graph }) {
  const titles = new Map(graph.nodes.map(({ id, title }) => [id, title]));
  return (
    <>
      <Table caption="Dependencies of the graph">
        <TableHead>
          <tr>
            <TableHeader>Who</TableHeader>
            <TableHeader>uses</TableHeader>
            <TableHeader className="max-sm:hidden">Through</TableHeader>
            <TableHeader className="w-24">Evidence</TableHeader>
          </tr>
        </TableHead>
        <tbody>
          {graph.edges.slice(0, rowsMax).map((edge, index) => (
            <TableRow key={`${edge.from} ${edge.to} ${edge.via} ${edge.interface} ${index}`}>
              <TableCell className="[overflow-wrap:anywhere]">{titles.get(edge.from) ?? edge.from}</TableCell>
              <TableCell className="[overflow-wrap:anywhere]">{titles.get(edge.to) ?? edge.to}</TableCell>
              <TableCell className="[overflow-wrap:anywhere] max-sm:hidden"><Through via={edge.via} slug={edge.interface} /></TableCell>
              <TableCell><Badge tone={evidenceTone[edge.evidence]}>{edge.evidence}</Badge></TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {graph.edges.length > rowsMax ? <p className="mt-2 text-sm text-muted">And {(graph.edges.length - rowsMax).toLocaleString("en")} more; the exports have all of them.</p> : null}
    </>
  );
}

function Through({ via, slug }: { via: string | null; slug: string | null }) {
  if (slug === null) return <span className="text-faint">not known</span>;
  if (via === null) return <Link look="quiet" href={`/interfaces/${encodeURIComponent(slug)}`} prefetch={false}>{slug}</Link>;
  return <Link look="quiet" href={operationUrl({ slug, key: via })} prefetch={false} className="font-mono text-xs" title={`${slug} ${via}`}>{via}</Link>;
}
