import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import type { DomainSummary } from "#lib/catalog/domains/list-domains.ts";

/** Areas of the business. */
export function DomainList({ domains }: { domains: DomainSummary[] }) {
  return (
    <Page>
      <PageHeader title="Domains" lead="Areas of the business, and what stands in each." />
      {domains.length > 0 ? (
        <Table caption="Domains" className="table-fixed">
          <TableHead>
            <tr>
              <TableHeader>Name</TableHeader>
              <TableHeader numeric className="w-24">Interfaces</TableHeader>
              <TableHeader numeric className="w-24 max-sm:hidden">Services</TableHeader>
            </tr>
          </TableHead>
          <tbody>
            {domains.map((domain) => (
              <TableRow key={domain.slug}>
                <TableCell>
                  <div className="flex min-w-0 items-baseline gap-3">
                    <Link href={`/domains/${encodeURIComponent(domain.slug)}`} prefetch={false} className="shrink-0 truncate font-medium max-md:max-w-full">
                      {domain.name}
                    </Link>
                    {domain.description ? <span className="truncate text-muted max-md:hidden">{domain.description}</span> : null}
                  </div>
                </TableCell>
                <TableCell numeric>{domain.interfaceCount.toLocaleString("en")}</TableCell>
                <TableCell numeric className="max-sm:hidden">{domain.serviceCount.toLocaleString("en")}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      ) : (
        <EmptyState title="No domain is here yet">
          A domain is named by a team or by a service&apos;s manifest, <code>intermesh.yaml</code>.
        </EmptyState>
      )}
    </Page>
  );
}
