import type { ProposalSummary } from "#lib/catalog/proposals/list-proposals.ts";
import { proposalUrl } from "#lib/catalog/urls/comparison-url.ts";
import { VerdictMark } from "../diff/verdict-mark.tsx";
import { Link } from "../ui/link.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";

/** Proposals, one line each. Nothing where there is none. */
export function ProposalList({ proposals, titled = false }: { proposals: ProposalSummary[]; /** With the name of the interface: in a list across the mesh. */ titled?: boolean }) {
  if (proposals.length === 0) return null;
  return (
    <section aria-label="Proposals" className="mb-5">
      {titled ? null : <h2 className="mb-1 text-sm font-semibold">Proposed</h2>}
      <ul className="border-t border-line">
        {proposals.map(({ id, slug, title, label, line, state, tally, createdByName, changedAt, ref, words }) => (
          <li key={id} className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line py-1 text-sm hover:bg-hover">
            <Link href={proposalUrl(id)} prefetch={false} className="flex min-h-6 min-w-0 items-center gap-2 font-medium">
              {titled ? <span className="truncate">{title}</span> : null}
              <code className="max-w-40 truncate text-xs">{label}</code>
            </Link>
            {titled ? <span className="font-mono text-xs text-faint max-md:hidden">{slug}</span> : null}
            {line === "default" ? null : <span className="text-xs text-muted">on {line}</span>}
            <VerdictMark tally={tally} />
            {state === "open" ? null : <span className="text-xs text-faint">{state}</span>}
            <span className="min-w-0 flex-1 truncate text-xs text-muted">{words ?? ref ?? ""}</span>
            <span className="text-xs text-faint">
              {createdByName}, <RelativeTime date={changedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
