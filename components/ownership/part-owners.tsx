import { Link } from "../ui/link.tsx";
import { Section } from "../ui/page-header.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import type { PartOwners as Parts } from "#lib/catalog/ownership/list-part-owners.ts";
import { OwnerLink } from "../team/owner-link.tsx";

/** Parts of an interface that another team answers for; its settings change which. */
export function PartOwners({ parts, slug }: { parts: Parts; slug: string }) {
  if (parts.items.length === 0 && !parts.mayChange) return null;
  return (
    <Section title="Parts with another owner" count={parts.items.length} className="max-w-3xl">
      <p className="mb-3 text-sm text-muted">
        By tag, by how a path begins, by operation or message. The first that fits decides; notices about such a part go to its team.
        {parts.mayChange ? <> <Link look="text" href={`${interfaceUrl({ slug })}/settings`}>Change them in its settings</Link>.</> : null}
      </p>
      {parts.items.length > 0 ? (
        <Table caption="Parts with another owner" className="table-fixed">
          <TableHead sticky={false}>
            <tr><TableHeader className="w-28">Part</TableHeader><TableHeader>Which</TableHeader><TableHeader className="w-40">Owner</TableHeader></tr>
          </TableHead>
          <tbody>
            {parts.items.map((rule) => (
              <TableRow key={rule.id}>
                <TableCell className="text-muted">{rule.part}</TableCell>
                <TableCell className="truncate font-mono">{rule.pattern}</TableCell>
                <TableCell className="truncate"><OwnerLink owner={rule.owner} /></TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      ) : null}
    </Section>
  );
}
