import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { Section } from "../ui/page-header.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { SplitBar } from "../ui/split-bar.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import type { CatalogHealth as Health } from "#lib/catalog/admin/get-catalog-health.ts";

/** How the catalog fares, in bars whose tables say the same. */
export function CatalogHealth({ health }: { health: Health }) {
  const { interfaces, services, withoutOwner, days } = health;
  const things = interfaces.total + services;
  const lacking = withoutOwner.unowned + withoutOwner["empty-team"] + withoutOwner.unconfirmed;
  if (things === 0) return <EmptyState title="Nothing has been published yet">What is in the catalog, and how it fares, shows here.</EmptyState>;
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="flex flex-col gap-8">
        <SplitBar
          title={`Owned: ${things.toLocaleString("en")} interfaces and services`}
          shares={[
            { label: "a living owner", count: things - lacking, tone: "green" },
            { label: `no word of the owner for ${days} days`, count: withoutOwner.unconfirmed, tone: "amber", href: "/ownership?reason=unconfirmed" },
            { label: "a team that nobody is in", count: withoutOwner["empty-team"], tone: "violet", href: "/ownership?reason=empty-team" },
            { label: "unowned", count: withoutOwner.unowned, tone: "red", href: "/ownership?reason=unowned" },
          ]}
        />
        <SplitBar
          title={`Fresh: ${interfaces.total.toLocaleString("en")} interfaces`}
          shares={[
            { label: `published or confirmed within ${days} days`, count: interfaces.fresh, tone: "green" },
            { label: "older", count: interfaces.total - interfaces.fresh, tone: "amber", href: "/interfaces?sort=changed" },
          ]}
        />
        <SplitBar
          title="Used"
          shares={[
            { label: "by whom is declared", count: interfaces.declared, tone: "green" },
            { label: "by whom is known otherwise", count: interfaces.used - interfaces.declared, tone: "blue" },
            { label: "by whom is not known", count: interfaces.total - interfaces.used, tone: "grey" },
          ]}
        />
        <SplitBar
          title="Valid"
          shares={[
            { label: "holds to its specification", count: interfaces.valid, tone: "green" },
            { label: "breaks it", count: interfaces.total - interfaces.valid, tone: "red", href: "/interfaces?valid=false" },
          ]}
        />
      </div>
      <div>
        <Section title="Searched for and not found" count={health.emptySearches.length}>
          <p className="mb-2 text-sm text-muted">In the last thirty days: what the catalog lacks, or calls otherwise.</p>
          {health.emptySearches.length > 0 ? (
            <Table caption="Searches without results" className="table-fixed">
              <TableHead sticky={false}>
                <tr><TableHeader>Words</TableHeader><TableHeader numeric className="w-20">Times</TableHeader><TableHeader className="w-28 max-sm:hidden">Last</TableHeader></tr>
              </TableHead>
              <tbody>
                {health.emptySearches.map(({ query, count, lastAt }) => (
                  <TableRow key={query}>
                    <TableCell className="truncate"><Link href={`/search?q=${encodeURIComponent(query)}`} prefetch={false}>{query}</Link></TableCell>
                    <TableCell numeric>{count.toLocaleString("en")}</TableCell>
                    <TableCell className="text-muted max-sm:hidden"><RelativeTime date={lastAt} /></TableCell>
                  </TableRow>
                ))}
              </tbody>
            </Table>
          ) : (
            <EmptyState title="Every search found something" className="py-4" />
          )}
        </Section>
        <Section title="People">
          <p className="text-sm"><Link href="/admin/people" look="text">{`${health.people.active.toLocaleString("en")} active`}</Link>{health.people.deactivated > 0 ? <>, <Link href="/admin/people?state=deactivated" look="text">{`${health.people.deactivated.toLocaleString("en")} deactivated`}</Link></> : null}</p>
        </Section>
      </div>
    </div>
  );
}
