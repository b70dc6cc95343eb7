import { Archive, CircleAlert } from "lucide-react";
import { FormatBadge, LifecycleBadge, VisibilityBadge } from "#components/ui/badge.tsx";
import { Link } from "#components/ui/link.tsx";
import { versionUrl } from "#lib/catalog/urls/entity-url.ts";
import { lifecycleUrl } from "#lib/catalog/urls/lifecycle-url.ts";
import type { InterfaceHead } from "./interface-head.ts";

/** Lifecycle, format, owner and validity in one line. */
export function InterfaceFacts({ head }: { head: InterfaceHead }) {
  const { version } = head;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
      {head.retired ? (
        <Link look="quiet" href={lifecycleUrl({ slug: head.place.slug, line: head.line })} prefetch={false} className="inline-flex items-center gap-1.5">
          <Archive aria-hidden="true" className="size-3.5" />
          retired
        </Link>
      ) : (
        <Link look="quiet" href={lifecycleUrl({ slug: head.place.slug, line: head.line })} prefetch={false}>
          <LifecycleBadge lifecycle={head.lifecycle} />
        </Link>
      )}
      <FormatBadge format={head.format} specVersion={head.specVersion} />
      {head.owner ? (
        <span>
          team{" "}
          <Link look="quiet" href={`/teams/${head.owner.slug}`} className="[overflow-wrap:anywhere]">
            {head.owner.name}
          </Link>
        </span>
      ) : (
        <span className="text-faint" title="No team answers for it yet">
          unowned
        </span>
      )}
      {head.domain ? (
        <Link look="quiet" href={`/domains/${head.domain.slug}`} className="[overflow-wrap:anywhere]">
          {head.domain.name}
        </Link>
      ) : null}
      <VisibilityBadge visibility={head.visibility} />
      {version.valid ? null : (
        <Link href={versionUrl({ slug: head.place.slug, line: head.line, version: version.sequence })} className="inline-flex items-center gap-1.5 text-red">
          <CircleAlert aria-hidden="true" className="size-3.5" />
          {version.errorCount.toLocaleString("en")} {version.errorCount === 1 ? "error" : "errors"}
        </Link>
      )}
    </div>
  );
}
