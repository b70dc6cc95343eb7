import type { Cycle } from "#lib/catalog/graph/walk/find-cycles.ts";
import { focusHref } from "#lib/catalog/graph/mesh-query-words.ts";
import { Link } from "../ui/link.tsx";

/** Groups of services that depend on one another, each by a shortest way round. */
export function MeshCycles({ cycles }: { cycles: Cycle[] }) {
  return (
    <ol className="flex flex-col text-sm">
      {cycles.map(({ size, ring }) => (
        <li key={ring.map(({ id }) => id).join(" ")} className="flex min-h-9 flex-wrap items-center gap-x-1.5 border-b border-line py-1.5">
          {ring.map((node) => (
            <span key={node.id} className="inline-flex items-center gap-1.5">
              <Link href={focusHref(node.id)} prefetch={false}>{node.title}</Link>
              <span aria-label="uses" className="text-faint">→</span>
            </span>
          ))}
          <span className="text-muted">{ring[0]?.title}</span>
          {size > ring.length ? <span className="ml-auto text-xs text-faint">{size.toLocaleString("en")} are tangled together</span> : null}
        </li>
      ))}
    </ol>
  );
}
