import NextLink from "next/link";
import { Badge } from "../ui/badge.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import type { AuditRow } from "#lib/catalog/audit/list-audit.ts";

/** One row for each entry; what it says besides unfolds. Names filter by themselves. */
export function AuditTable({ items, href }: { items: AuditRow[]; href: (filter: { actor?: string; action?: string; address?: string }) => string }) {
  return (
    <Table caption="Audit log" className="table-fixed">
      <TableHead>
        <tr>
          <TableHeader className="w-28 max-sm:w-20">When</TableHeader>
          <TableHeader className="w-48 max-lg:hidden">Who</TableHeader>
          <TableHeader className="lg:w-56">Did what</TableHeader>
          <TableHeader className="max-sm:hidden">To what</TableHeader>
          <TableHeader className="w-36 max-xl:hidden">From</TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {items.map((item) => (
          <TableRow key={item.id}>
            <TableCell className="py-1.5 align-top text-muted"><RelativeTime date={item.at} /></TableCell>
            <TableCell className="py-1.5 align-top [overflow-wrap:anywhere] whitespace-normal max-lg:hidden"><Filter to={href({ actor: item.actor })}>{item.actorName}</Filter></TableCell>
            <TableCell className="py-1.5 align-top">
              <span className="flex flex-wrap items-center gap-x-2">
                <Filter to={href({ action: item.action })} mono>{item.action}</Filter>
                {item.outcome === "refused" ? <Badge tone="red">refused</Badge> : null}
              </span>
              <span className="block text-xs text-faint [overflow-wrap:anywhere] lg:hidden">{item.actorName}</span>
              <span className="block text-xs sm:hidden"><Subject item={item} /> <Detail item={item} /></span>
            </TableCell>
            <TableCell className="py-1.5 align-top max-sm:hidden"><Subject item={item} /> <Detail item={item} /></TableCell>
            <TableCell className="py-1.5 align-top font-mono text-xs text-faint [overflow-wrap:anywhere] max-xl:hidden">{item.address ? <NextLink href={href({ address: item.address })} prefetch={false} className="hover:underline">{item.address}</NextLink> : null}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Filter({ to, mono = false, children }: { to: string; mono?: boolean; children: string }) {
  return <NextLink href={to} prefetch={false} className={mono ? "font-mono text-xs [overflow-wrap:anywhere] hover:underline" : "hover:underline"}>{children}</NextLink>;
}

function Subject({ item }: { item: AuditRow }) {
  return (
    <span className="[overflow-wrap:anywhere]">
      <span className="text-faint">{item.subject}</span> {item.subjectName ?? item.subjectId ?? ""}
    </span>
  );
}

function Detail({ item: { detail, requestId } }: { item: AuditRow }) {
  if (!requestId && (!detail || Object.keys(detail).length === 0)) return null;
  return (
    <details className="inline-block max-w-full pl-1 align-top text-xs text-faint">
      <summary className="inline-block cursor-pointer hover:text-fg hover:underline">more</summary>
      <pre className="mt-1 font-mono text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">{JSON.stringify({ ...(detail as object | null), request: requestId }, null, 1)}</pre>
    </details>
  );
}
