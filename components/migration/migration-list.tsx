import clsx from "clsx";
import type { MigrationSummary } from "#lib/catalog/migrations/list-migrations.ts";
import { migrationUrl } from "#lib/catalog/urls/lifecycle-url.ts";
import { Badge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import { OwnerLink } from "../team/owner-link.tsx";
import { EndsOn } from "./ends-on.tsx";

/** Migrations, one row each: what ends, when, and who is left. */
export function MigrationList({ items }: { items: MigrationSummary[] }) {
  return (
    <Table caption="Migrations" className="table-fixed">
      <TableHead>
        <tr>
          <TableHeader>What ends</TableHeader>
          <TableHeader className="w-52 max-md:hidden">On</TableHeader>
          <TableHeader className="w-44 max-sm:w-24">Done</TableHeader>
          <TableHeader className="w-40 max-lg:hidden">Owner</TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {items.map((item) => (
          <TableRow key={item.id}>
            <TableCell className="py-1.5">
              <span className="flex min-w-0 flex-wrap items-center gap-x-2">
                <Link href={migrationUrl(item.id)} prefetch={false} className="min-w-0 truncate font-medium">
                  {item.title}
                </Link>
                {item.line === "default" ? null : <span className="text-xs text-muted">line {item.line}</span>}
                {item.state === "open" ? null : <Badge>{item.state}</Badge>}
                {item.mine ? <Badge tone="amber">yours to move</Badge> : null}
              </span>
              {item.display === null ? null : <code className="block truncate text-xs text-muted">{item.display}</code>}
              <span className="block text-xs text-muted md:hidden"><EndsOn sunsetAt={item.sunsetAt} open={item.state === "open"} /></span>
            </TableCell>
            <TableCell className="max-md:hidden"><EndsOn sunsetAt={item.sunsetAt} open={item.state === "open"} /></TableCell>
            <TableCell><Moved total={item.total} left={item.left} /></TableCell>
            <TableCell className="truncate max-lg:hidden">{item.owner ? <OwnerLink owner={item.owner} /> : <span className="text-faint">unowned</span>}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

/** How many of all are done, as words and a bar. */
export function Moved({ total, left }: { total: number; left: number }) {
  if (total === 0) return <span className="whitespace-nowrap text-faint">no users</span>;
  const done = total - left;
  return (
    <span className="flex items-center gap-2">
      <span className="w-16 shrink-0 whitespace-nowrap tabular-nums">{done} of {total}</span>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="h-1.5 w-full max-w-24 rounded-sm max-sm:hidden">
        <rect width="100" height="4" className="fill-sunken" />
        <rect width={(done / total) * 100} height="4" className={clsx(left === 0 ? "fill-green" : "fill-accent")} />
      </svg>
    </span>
  );
}
