import type { MeshGroup } from "#lib/catalog/graph/list-mesh.ts";
import { meshHref, type MeshQuery } from "#lib/catalog/graph/mesh-query-words.ts";
import { Link } from "../ui/link.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";

const rowsMax = 100;

/** Domains or teams with what lies in them and how they depend on one another. */
export function MeshGroups({ groups, query }: { groups: MeshGroup[]; query: MeshQuery }) {
  const kind = query.grouping;
  return (
    <>
      <Table caption={kind === "team" ? "Teams of the mesh" : "Domains of the mesh"}>
        <TableHead>
          <tr>
            <TableHeader>Name</TableHeader>
            <TableHeader numeric>Services</TableHeader>
            <TableHeader numeric className="max-sm:hidden">Interfaces</TableHeader>
            <TableHeader numeric title="Dependencies within it">Within</TableHeader>
            <TableHeader numeric title="Dependencies on others">Uses</TableHeader>
            <TableHeader numeric title="Dependencies of others on it">Used by</TableHeader>
          </tr>
        </TableHead>
        <tbody>
          {groups.slice(0, rowsMax).map((row) => (
            <TableRow key={row.group?.slug ?? ""}>
              <TableCell className="[overflow-wrap:anywhere]">
                {row.group ? <Link href={meshHref(query, { filters: { ...query.filters, [kind]: [row.group.slug] } })} prefetch={false}>{row.group.name}</Link> : <span className="text-faint">{kind === "team" ? "Unowned" : "No domain"}</span>}
              </TableCell>
              <TableCell numeric>{row.services.toLocaleString("en")}</TableCell>
              <TableCell numeric className="max-sm:hidden">{row.interfaces.toLocaleString("en")}</TableCell>
              <TableCell numeric>{row.within.toLocaleString("en")}</TableCell>
              <TableCell numeric>{row.out.toLocaleString("en")}</TableCell>
              <TableCell numeric>{row.in.toLocaleString("en")}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {groups.length > rowsMax ? <p className="mt-2 text-sm text-muted">And {(groups.length - rowsMax).toLocaleString("en")} smaller ones; filter to see them.</p> : null}
    </>
  );
}
