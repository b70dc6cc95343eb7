import { FormatBadge, LifecycleBadge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { plainText } from "../ui/plain-text.ts";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow, type SortState } from "../ui/table.tsx";
import { OwnerLink, OwnerName } from "../team/owner-link.tsx";
import { InvalidMark } from "./invalid-mark.tsx";
import { sharedTitles } from "./shared-titles.ts";
import type { InterfaceSummary } from "#lib/catalog/interfaces/list-interfaces.ts";

/** An interface as lists show it; some lists know less of it. */
export type InterfaceItem = Pick<InterfaceSummary, "slug" | "title" | "summary" | "format" | "lifecycle" | "changedAt"> &
  Partial<Pick<InterfaceSummary, "owner" | "specVersion" | "sequence" | "label" | "operationCount" | "valid">>;
export type InterfaceSort = "title" | "changed";
type Props = {
  items: InterfaceItem[];
  caption: string;
  /** Where a click on a column leads; absent where the table does not sort. */
  sort?: Partial<Record<InterfaceSort, SortState>>;
  /** Columns that would say the same, or nothing, in every row. */
  without?: readonly ("owner" | "version")[];
};

/** One row of 36 px each; on narrow screens two lines. */
export function InterfaceTable({ items, caption, sort, without = [] }: Props) {
  const hasOwner = !without.includes("owner");
  const hasVersion = !without.includes("version");
  const shared = sharedTitles(items);
  return (
    <Table caption={caption} className="table-fixed">
      <TableHead>
        <tr>
          <TableHeader sort={sort?.title}>Name</TableHeader>
          {hasOwner ? <TableHeader className="w-36 max-lg:hidden xl:w-44">Owner</TableHeader> : null}
          <TableHeader className="w-32 max-md:hidden">Format</TableHeader>
          <TableHeader className="w-28 max-lg:hidden">Lifecycle</TableHeader>
          {hasVersion ? <TableHeader className="w-32 max-md:hidden">Version</TableHeader> : null}
          {hasVersion ? <TableHeader numeric className="w-24 max-xl:hidden">Operations</TableHeader> : null}
          <TableHeader numeric sort={sort?.changed} className="w-24">Changed</TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {items.map((item) => (
          <Row key={item.slug} item={item} hasSlug={shared.has(item.title)} hasOwner={hasOwner} hasVersion={hasVersion} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ item, hasSlug, hasOwner, hasVersion }: { item: InterfaceItem; hasSlug: boolean; hasOwner: boolean; hasVersion: boolean }) {
  return (
    <TableRow>
      <TableCell className="max-md:py-1.5">
        <div className="flex min-w-0 items-baseline gap-3">
          <Link href={`/interfaces/${encodeURIComponent(item.slug)}`} prefetch={false} className="max-w-full shrink-0 truncate font-medium max-md:leading-6 md:max-w-[62%]">
            {item.title}
          </Link>
          {hasSlug ? <span className="shrink-0 truncate font-mono text-xs text-faint max-md:hidden md:max-w-[40%]">{item.slug}</span> : null}
          {item.summary ? <span className="truncate text-muted max-md:hidden">{plainText(item.summary)}</span> : null}
        </div>
        {hasSlug ? <div className="truncate font-mono text-xs text-faint md:hidden">{item.slug}</div> : null}
        <div className="flex min-w-0 items-center gap-2 text-xs text-faint md:hidden [&_*]:text-xs">
          {hasOwner ? <OwnerName owner={item.owner ?? null} /> : null}
          <FormatBadge format={item.format} specVersion={item.specVersion} />
          {item.lifecycle === "stable" ? null : <LifecycleBadge lifecycle={item.lifecycle} />}
        </div>
      </TableCell>
      {hasOwner ? (
        <TableCell className="truncate max-lg:hidden">
          <OwnerLink owner={item.owner ?? null} />
        </TableCell>
      ) : null}
      <TableCell className="max-md:hidden">
        <FormatBadge format={item.format} specVersion={item.specVersion} />
      </TableCell>
      <TableCell className="max-lg:hidden">
        <LifecycleBadge lifecycle={item.lifecycle} />
      </TableCell>
      {hasVersion ? (
        <>
          <TableCell className="max-md:hidden">
            <VersionCell item={item} />
          </TableCell>
          <TableCell numeric className="max-xl:hidden">
            {item.operationCount?.toLocaleString("en") ?? "–"}
          </TableCell>
        </>
      ) : null}
      <TableCell numeric className="whitespace-nowrap text-muted max-md:align-top max-md:pt-1.5">
        <RelativeTime date={item.changedAt} />
      </TableCell>
    </TableRow>
  );
}

/** Sequence and label; a warning where the document breaks its specification. */
function VersionCell({ item }: { item: InterfaceItem }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="font-mono text-xs text-muted">{`v${item.sequence}`}</span>
      <span className="truncate font-mono text-xs text-faint" title={item.label}>
        {item.label}
      </span>
      {item.valid === false ? <InvalidMark /> : null}
    </span>
  );
}
