import type { Graph } from "#lib/catalog/graph/graph.ts";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import { Badge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";

const rowsMax = 150;
const evidenceTone = { observed: "green", specified: "blue", declared: "grey", possible: "amber" } as const;

/** The uses of a graph: who uses what, through which operation, and how that is known. A row for each operation, however many of its messages. */
export function GraphEdges({ graph }: { graph: Graph }) {
  const titles = new Map(graph.nodes.map(({ id, title }) => [id, title]));
  const rows = [...Map.groupBy(graph.edges, ({ from, to, via, interface: slug, evidence }) => JSON.stringify([from, to, via, slug, evidence])).values()].flatMap(([edge, ...same]) => (edge ? [{ ...edge, times: same.length + 1 }] : []));
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
          {rows.slice(0, rowsMax).map((edge) => (
            <TableRow key={`${edge.from} ${edge.to} ${edge.via} ${edge.interface} ${edge.evidence}`}>
              <TableCell className="[overflow-wrap:anywhere]">{titles.get(edge.from) ?? edge.from}</TableCell>
              <TableCell className="[overflow-wrap:anywhere]">{titles.get(edge.to) ?? edge.to}</TableCell>
              <TableCell className="[overflow-wrap:anywhere] max-sm:hidden"><Through via={edge.via} slug={edge.interface} />{edge.times > 1 ? <span className="ml-1.5 text-xs whitespace-nowrap text-faint">{edge.times} messages</span> : null}</TableCell>
              <TableCell><Badge tone={evidenceTone[edge.evidence]}>{edge.evidence}</Badge></TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {rows.length > rowsMax ? <p className="mt-2 text-sm text-muted">And {(rows.length - rowsMax).toLocaleString("en")} more; the exports have all of them.</p> : null}
    </>
  );
}

function Through({ via, slug }: { via: string | null; slug: string | null }) {
  if (slug === null) return <span className="text-faint">not known</span>;
  if (via === null) return <Link look="quiet" href={`/interfaces/${encodeURIComponent(slug)}`} prefetch={false}>{slug}</Link>;
  return <Link look="quiet" href={operationUrl({ slug, key: via })} prefetch={false} className="font-mono text-xs" title={`${slug} ${via}`}>{via}</Link>;
}
