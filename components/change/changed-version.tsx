import { Badge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { comparisonUrl } from "#lib/catalog/urls/comparison-url.ts";
import { versionUrl } from "#lib/catalog/urls/entity-url.ts";
import type { Change } from "#lib/catalog/comparisons/list-changes.ts";
import { VerdictMark } from "../diff/verdict-mark.tsx";
import { InvalidMark } from "../interface/invalid-mark.tsx";

/** Which interface got which version, and what is noteworthy about it. */
export function ChangedVersion({ item, hasSlug }: { item: Change; /** Its title alone would not tell which interface it is. */ hasSlug: boolean }) {
  return (
    <span className="flex min-w-0 flex-1 items-center gap-x-2 max-md:flex-wrap">
      <Link href={`/interfaces/${encodeURIComponent(item.slug)}`} prefetch={false} className="font-medium max-md:leading-6 max-md:[overflow-wrap:anywhere] md:truncate">
        {item.title}
      </Link>
      {hasSlug ? <span className="shrink-[2] truncate font-mono text-xs text-faint max-md:hidden">{item.slug}</span> : null}
      <Link href={versionUrl({ slug: item.slug, line: item.line, version: item.sequence })} prefetch={false} look="quiet" className="flex min-h-6 shrink-0 items-center gap-1.5 font-mono text-xs">
        {`v${item.sequence}`}
        <span className="max-w-32 truncate text-faint">{item.label}</span>
      </Link>
      {item.line === "default" ? null : <Badge mono>{item.line}</Badge>}
      {item.sequence === 1 ? <Badge tone="blue">new</Badge> : null}
      {item.tally ? (
        <Link look="bare" href={comparisonUrl({ slug: item.slug, line: item.line, to: item.sequence })} prefetch={false} className="flex min-h-6 shrink-0 items-center hover:underline">
          <VerdictMark tally={item.tally} />
        </Link>
      ) : (
        <VerdictMark tally={null} pending={item.pending && item.sequence > 1} />
      )}
      {item.tally ? <span className="min-w-0 shrink-[200] truncate text-xs text-faint tabular-nums max-md:shrink-0 md:max-xl:hidden">{countsInWords(item.tally)}</span> : null}
      {item.tally?.verdict === "breaking" && item.reason === null ? <span className="shrink-0 text-xs text-amber">reason missing</span> : null}
      {item.tally?.verdict === "breaking" && item.reason !== null ? (
        <span className="min-w-0 shrink-[100] text-xs text-muted max-md:w-full max-md:line-clamp-2 md:truncate md:max-lg:hidden" title={item.reason}>
          {item.reason}
        </span>
      ) : null}
      {item.errorCount > 0 ? <InvalidMark errorCount={item.errorCount} /> : null}
    </span>
  );
}

/** Beside the verdict: "2 of 5 changes" are as bad as it says, "5 changes" where all are or none is bad. */
function countsInWords({ verdict, breaking, risky, info }: NonNullable<Change["tally"]>): string {
  const all = breaking + risky + info;
  const own = verdict === "breaking" ? breaking : verdict === "risky" ? risky : all;
  const words = `${all.toLocaleString("en")} ${all === 1 ? "change" : "changes"}`;
  return all === 0 ? "" : own === all ? words : `${own.toLocaleString("en")} of ${words}`;
}
