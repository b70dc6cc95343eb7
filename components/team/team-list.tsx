import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import type { TeamSummary } from "#lib/catalog/teams/list-teams.ts";

/** Who owns what. */
export function TeamList({ teams }: { teams: TeamSummary[] }) {
  return (
    <Page>
      <PageHeader title="Teams" lead="Who is accountable for which interfaces and services." />
      {teams.length > 0 ? (
        <TeamTable teams={teams} />
      ) : (
        <EmptyState title="No team is here yet">
          A team appears when a document is published for it: <code>npx intermesh publish openapi.yaml --owner checkout</code>
        </EmptyState>
      )}
    </Page>
  );
}

export function TeamTable({ teams, withoutDomain = false }: { teams: TeamSummary[]; withoutDomain?: boolean }) {
  return (
    <Table caption="Teams" className="table-fixed">
      <TableHead>
        <tr>
          <TableHeader>Name</TableHeader>
          {withoutDomain ? null : <TableHeader className="w-44 max-md:hidden">Domain</TableHeader>}
          <TableHeader numeric className="w-24">Interfaces</TableHeader>
          <TableHeader numeric className="w-24 max-sm:hidden">Services</TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {teams.map((team) => (
          <TableRow key={team.slug}>
            <TableCell>
              <div className="flex min-w-0 items-baseline gap-3">
                <Link href={`/teams/${encodeURIComponent(team.slug)}`} prefetch={false} className="shrink-0 truncate font-medium max-md:max-w-full">
                  {team.name}
                </Link>
                {team.description ? <span className="truncate text-muted max-md:hidden">{team.description}</span> : null}
              </div>
            </TableCell>
            {withoutDomain ? null : (
              <TableCell className="truncate max-md:hidden">
                {team.domain ? (
                  <Link look="quiet" href={`/domains/${encodeURIComponent(team.domain.slug)}`} prefetch={false}>
                    {team.domain.name}
                  </Link>
                ) : null}
              </TableCell>
            )}
            <TableCell numeric>{team.interfaceCount.toLocaleString("en")}</TableCell>
            <TableCell numeric className="max-sm:hidden">{team.serviceCount.toLocaleString("en")}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
