import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { versionUrl } from "#lib/catalog/urls/entity-url.ts";
import type { InterfaceHead } from "./interface-head.ts";

/** Says that the document breaks its specification, and where to see how. Nothing where it does not. */
export function ValiditySummary({ head: { version, place, line } }: { head: InterfaceHead }) {
  if (version.valid) return null;
  return (
    <Notice level="warning" className="mb-6">
      This version breaks its specification in {version.errorCount === 1 ? "one place" : `${version.errorCount.toLocaleString("en")} places`}. It can be read all the same, but tools may stumble over it.{" "}
      <Link look="text" className="text-amber" href={versionUrl({ slug: place.slug, line, version: version.sequence })}>
        See each place and what to do
      </Link>
      .
    </Notice>
  );
}
