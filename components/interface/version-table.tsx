import { FeedLink } from "#components/ui/feed-link.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { comparisonUrl } from "#lib/catalog/urls/comparison-url.ts";
import { interfaceUrl, versionUrl } from "#lib/catalog/urls/entity-url.ts";
import type { VersionSummary } from "#lib/catalog/versions/list-versions.ts";
import { VerdictMark } from "../diff/verdict-mark.tsx";

// Left out where there is no room; a version's own page says all of it.
const wide = "hidden md:table-cell";

/** What was published, newest first. */
export function VersionTable({ slug, versions, lines }: { slug: string; versions: VersionSummary[]; lines: number }) {
  return (
    <div>
      <Table caption="Versions, newest first">
        <TableHead sticky={false}>
          <tr>
            <TableHeader>Version</TableHeader>
            <TableHeader>Label</TableHeader>
            {lines > 1 ? <TableHeader>Line</TableHeader> : null}
            <TableHeader>Change</TableHeader>
            <TableHeader>Published</TableHeader>
            <TableHeader className={wide}>By</TableHeader>
            <TableHeader className={wide}>Validity</TableHeader>
            <TableHeader numeric className={wide}>Operations</TableHeader>
            <TableHeader numeric className={wide}>Schemas</TableHeader>
            <TableHeader className={wide}>
              <span className="sr-only">Links</span>
            </TableHeader>
          </tr>
        </TableHead>
        <tbody>
          {versions.map((version) => (
            <TableRow key={version.id}>
              <TableCell>
                <Link href={versionUrl({ slug, line: version.line, version: version.sequence })} className="font-medium tabular-nums">
                  {version.sequence}
                </Link>
                {version.isCurrent ? <span className="ml-2"><Badge tone="accent">current</Badge></span> : null}
              </TableCell>
              <TableCell>
                <code className="block max-w-24 truncate text-xs md:max-w-48" title={version.label}>{version.label}</code>
              </TableCell>
              {lines > 1 ? <TableCell>{version.line}</TableCell> : null}
              <TableCell>
                <Verdict slug={slug} version={version} />
              </TableCell>
              <TableCell><RelativeTime date={version.publishedAt} /></TableCell>
              <TableCell className={`${wide} max-w-40 truncate text-muted`}>{version.publishedBy}</TableCell>
              <TableCell className={wide}>
                <Validity {...version} />
              </TableCell>
              <TableCell numeric className={wide}>{version.operationCount?.toLocaleString("en") ?? "–"}</TableCell>
              <TableCell numeric className={wide}>{version.schemaCount?.toLocaleString("en") ?? "–"}</TableCell>
              <TableCell className={wide}>
                {version.purgedAt ? (
                  <span className="text-faint">purged</span>
                ) : (
                  <Link look="quiet" prefetch={false} href={interfaceUrl({ slug, tab: "reference", line: version.line, version: version.isCurrent ? null : version.sequence })}>
                    Read
                  </Link>
                )}
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      <p className="py-3 text-xs">
        <FeedLink href={`/interfaces/${encodeURIComponent(slug)}/changes.atom`} />
      </p>
    </div>
  );
}

/** What a version changed for clients; leads to the comparison. */
function Verdict({ slug, version: { line, sequence, tally, pending, reason } }: { slug: string; version: VersionSummary }) {
  if (tally === null) return pending && sequence > 1 ? <span className="flex min-h-6 items-center"><VerdictMark tally={null} pending /></span> : <span className="text-xs text-faint">{sequence === 1 ? "first" : "–"}</span>;
  return (
    <span className="flex items-center gap-2">
      <Link look="bare" href={comparisonUrl({ slug, line, to: sequence })} prefetch={false} className="flex min-h-6 items-center hover:underline">
        <VerdictMark tally={tally} />
      </Link>
      {tally.verdict === "breaking" && reason === null ? <span className="text-xs whitespace-nowrap text-amber max-lg:hidden">reason missing</span> : null}
    </span>
  );
}

/** Whether a document keeps to its specification, in words. */
export function Validity({ valid, errorCount, warningCount }: { valid: boolean; errorCount: number; warningCount: number }) {
  const warnings = warningCount === 0 ? "" : `${warningCount.toLocaleString("en")} ${warningCount === 1 ? "warning" : "warnings"}`;
  if (valid) return <span className="whitespace-nowrap text-green">valid{warnings ? <span className="text-muted">, {warnings}</span> : null}</span>;
  return (
    <span className="whitespace-nowrap text-red">
      {errorCount.toLocaleString("en")} {errorCount === 1 ? "error" : "errors"}
      {warnings ? <span className="text-muted">, {warnings}</span> : null}
    </span>
  );
}
