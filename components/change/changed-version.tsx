import { Badge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { versionUrl } from "#lib/catalog/entity-url.ts";
import type { Change } from "#lib/catalog/list-changes.ts";
import { InvalidMark } from "../interface/invalid-mark.tsx";

/** Which interface got which version, and what is noteworthy about it. */
export function ChangedVersion({ item, hasSlug }: { item: Change; /** Its title alone would not tell which interface it is. */ hasSlug: boolean }) {
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2">
      <Link href={`/interfaces/${encodeURIComponent(item.slug)}`} prefetch={false} className="truncate font-medium max-md:leading-6">
        {item.title}
      </Link>
      {hasSlug ? <span className="truncate font-mono text-xs text-faint max-md:hidden">{item.slug}</span> : null}
      <Link href={versionUrl({ slug: item.slug, line: item.line, version: item.sequence })} prefetch={false} look="quiet" className="flex min-h-6 shrink-0 items-center gap-1.5 font-mono text-xs">
        {`v${item.sequence}`}
        <span className="max-w-32 truncate text-faint">{item.label}</span>
      </Link>
      {item.line === "default" ? null : <Badge mono>{item.line}</Badge>}
      {item.sequence === 1 ? <Badge tone="blue">new</Badge> : null}
      {item.errorCount > 0 ? <InvalidMark errorCount={item.errorCount} /> : null}
    </span>
  );
}
