import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import type { InterfaceHead } from "./interface-head.ts";

/** Says so where one does not read the current version of the line. */
export function OldVersionNotice({ head }: { head: InterfaceHead }) {
  const newest = head.lines.find((line) => line.name === head.line);
  if (newest === undefined || newest.sequence === head.version.sequence) return null;
  return (
    <Notice level="warning" className="mt-4">
      You read version {head.version.sequence} ({head.version.label}). The current one is version {newest.sequence} ({newest.label}):{" "}
      <Link look="text" className="text-amber" href={interfaceUrl({ slug: head.place.slug, line: head.line })}>
        read that
      </Link>
      .
    </Notice>
  );
}
