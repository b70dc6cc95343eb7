import { TriangleAlert } from "lucide-react";
import { FormatBadge, LifecycleBadge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow, type SortState } from "../ui/table.tsx";
import { OwnerLink } from "../team/owner-link.tsx";
import type { InterfaceItem } from "./interface-item.ts";

export type InterfaceSort = "name" | "changed" | "operations";
type Props = {
  items: InterfaceItem[];
  caption: string;
  /** Where a click on a column leads; absent where the table does not sort. */
  sort?: Partial<Record<InterfaceSort, SortState>>;
  /** A team's own page need not name the team in every row. */
  withoutOwner?: boolean;
};

/** One row of 36 px each; on narrow screens two lines. */
export function InterfaceTable({ items, caption, sort, withoutOwner = false }: Props) {
  return (
    <Table caption={caption} className="table-fixed">
      <TableHead>
        <tr>
          <TableHeader sort={sort?.name}>Name</TableHeader>
          {withoutOwner ? null : <TableHeader className="w-36 max-lg:hidden">Owner</TableHeader>}
          <TableHeader className="w-32 max-md:hidden">Format</TableHeader>
          <TableHeader className="w-28 max-lg:hidden">Lifecycle</TableHeader>
          <TableHeader className="w-32 max-md:hidden">Version</TableHeader>
          <TableHeader numeric sort={sort?.operations} className="w-24 max-xl:hidden">Operations</TableHeader>
          <TableHeader numeric sort={sort?.changed} className="w-24">Changed</TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {items.map((item) => (
          <Row key={item.slug} item={item} withoutOwner={withoutOwner} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ item, withoutOwner }: { item: InterfaceItem; withoutOwner: boolean }) {
  return (
    <TableRow>
      <TableCell className="max-md:py-1.5">
        <div className="flex min-w-0 items-baseline gap-3">
          <Link href={`/interfaces/${encodeURIComponent(item.slug)}`} prefetch={false} className="max-w-full shrink-0 truncate font-medium md:max-w-[62%]">
            {item.title}
          </Link>
          {item.summary ? <span className="truncate text-muted max-md:hidden">{item.summary}</span> : null}
        </div>
        <div className="flex min-w-0 items-center gap-2 text-xs text-faint md:hidden [&_*]:text-xs">
          {withoutOwner ? null : <OwnerLink owner={item.owner} />}
          <FormatBadge format={item.format} specVersion={item.specVersion} />
          {item.lifecycle === "stable" ? null : <LifecycleBadge lifecycle={item.lifecycle} />}
        </div>
      </TableCell>
      {withoutOwner ? null : (
        <TableCell className="truncate max-lg:hidden">
          <OwnerLink owner={item.owner} />
        </TableCell>
      )}
      <TableCell className="max-md:hidden">
        <FormatBadge format={item.format} specVersion={item.specVersion} />
      </TableCell>
      <TableCell className="max-lg:hidden">
        <LifecycleBadge lifecycle={item.lifecycle} />
      </TableCell>
      <TableCell className="max-md:hidden">
        <VersionCell version={item.version} />
      </TableCell>
      <TableCell numeric className="max-xl:hidden">
        {item.operationCount?.toLocaleString("en") ?? "–"}
      </TableCell>
      <TableCell numeric className="whitespace-nowrap text-muted max-md:align-top max-md:pt-1.5">
        <RelativeTime date={item.changedAt} />
      </TableCell>
    </TableRow>
  );
}

/** Sequence and label; a warning where the document breaks its specification. */
function VersionCell({ version }: { version: InterfaceItem["version"] }) {
  if (!version) return <span className="text-faint">–</span>;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="font-mono text-xs text-muted">{`v${version.sequence}`}</span>
      <span className="truncate font-mono text-xs text-faint" title={version.label}>
        {version.label}
      </span>
      {version.errorCount > 0 ? (
        <span title={`${version.errorCount} errors against its specification`} className="text-amber">
          <TriangleAlert aria-hidden="true" className="size-3.5" />
          <span className="sr-only">{`${version.errorCount} errors`}</span>
        </span>
      ) : null}
    </span>
  );
}
