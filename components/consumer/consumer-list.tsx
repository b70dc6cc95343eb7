import type { FormAction } from "#components/ui/action-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Consumer } from "#lib/catalog/dependencies/list-consumers.ts";
import { UseRows } from "./use-rows.tsx";

type Props = { slug: string; items: Consumer[]; unseen: number; truncated: boolean; filtered: boolean; action: FormAction; spellings: Record<string, string> };

/** Who uses an interface, by consumer. */
export function ConsumerList({ slug, items, unseen, truncated, filtered, action, spellings }: Props) {
  const groups = [...Map.groupBy(items, (item) => (item.service ? `service ${item.service.slug}` : `interface ${item.interface?.slug}`)).values()];
  if (groups.length === 0 && unseen === 0) {
    return (
      <EmptyState title={filtered ? "Nobody is known to use this operation" : "Nobody is known to use this interface"}>
        Uses are read from event documents, from manifests (<code>intermesh.yaml</code>), and from what people say here. Not being known is no proof of not being used.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      {groups.map((uses) => {
        const [first] = uses;
        if (!first) return null;
        const consumer = first.service ?? first.interface;
        return (
          <section key={`${first.service ? "service" : "interface"} ${consumer?.slug}`} aria-label={consumer?.name}>
            <h2 className="flex flex-wrap items-baseline gap-x-3 pb-1.5">
              <Link href={`/${first.service ? "services" : "interfaces"}/${encodeURIComponent(consumer?.slug ?? "")}`} className="font-semibold">{consumer?.name}</Link>
              {first.service ? null : <span className="text-xs text-faint">an interface whose service is not known</span>}
              {first.team ? <Link look="quiet" href={`/teams/${encodeURIComponent(first.team.slug)}`} className="text-sm">{first.team.name}</Link> : <span className="text-sm text-faint">unowned</span>}
            </h2>
            <UseRows slug={slug} uses={uses} action={action} spellings={spellings} />
          </section>
        );
      })}
      {unseen > 0 ? <p className="text-sm text-muted">{unseen} more {unseen === 1 ? "consumer" : "consumers"} that you may not see.</p> : null}
      {truncated ? <p className="text-sm text-muted">Only the first 2,000 uses are shown. Choose an operation to see the rest.</p> : null}
    </div>
  );
}
