import { Link } from "../ui/link.tsx";
import { Section } from "../ui/page-header.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import type { TeamHealth } from "#lib/catalog/teams/get-team-health.ts";
import { OwnerLink } from "./owner-link.tsx";

/** Services of others that use what a team owns. */
export function TeamConsumers({ consumers }: { consumers: TeamHealth["consumers"] }) {
  if (consumers.length === 0) return null;
  return (
    <Section title="Used by" count={consumers.length}>
      <Table caption="Services of other teams that use what this team owns" className="table-fixed">
        <TableHead sticky={false}>
          <tr>
            <TableHeader>Service</TableHeader>
            <TableHeader className="w-52 max-sm:hidden">Owner</TableHeader>
            <TableHeader numeric className="w-32">Uses interfaces</TableHeader>
          </tr>
        </TableHead>
        <tbody>
          {consumers.map((consumer) => (
            <TableRow key={consumer.slug}>
              <TableCell className="truncate"><Link href={`/services/${encodeURIComponent(consumer.slug)}`} prefetch={false} className="font-medium">{consumer.title}</Link></TableCell>
              <TableCell className="truncate max-sm:hidden"><OwnerLink owner={consumer.owner} /></TableCell>
              <TableCell numeric>{consumer.count.toLocaleString("en")}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
