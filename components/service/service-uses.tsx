import type { FormAction } from "#components/ui/action-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/page-header.tsx";
import { followUsesUrl } from "#lib/catalog/urls/follow-url.ts";
import type { ServiceUse } from "#lib/catalog/dependencies/list-service-uses.ts";
import { UseRows } from "../consumer/use-rows.tsx";

/** What a service uses, by interface, and what it names that nobody has published yet. */
export function ServiceUses({ service, uses, action }: { service: string; uses: ServiceUse[]; action: FormAction }) {
  if (uses.length === 0) return null;
  const known = Map.groupBy(uses.filter((use) => use.interface !== null), ({ interface: used }) => used?.slug ?? "");
  const waiting = uses.filter((use) => use.unresolved !== null);
  return (
    <>
      {known.size > 0 ? (
        <Section title="Uses" count={known.size} id="uses" actions={<Link href={followUsesUrl(service)} prefetch={false} look="quiet" className="text-sm">Follow exactly this</Link>}>
          <div className="flex flex-col gap-5">
            {[...known].map(([slug, group]) => (
              <div key={slug}>
                <h3 className="pb-1 text-sm font-medium"><Link href={`/interfaces/${encodeURIComponent(slug)}`}>{group[0]?.interface?.name}</Link></h3>
                <UseRows slug={slug} uses={group} action={action} spellings={Object.fromEntries(group.map(({ operationKey, display }) => [operationKey ?? "", display ?? operationKey ?? ""]))} />
              </div>
            ))}
          </div>
        </Section>
      ) : null}
      {waiting.length > 0 ? (
        <Section title="Names that are not published yet" count={waiting.length}>
          <ul className="divide-y divide-line border-y border-line">
            {waiting.map((use) => <li key={use.id} className="py-1.5 text-sm"><code className="[overflow-wrap:anywhere]">{use.unresolved}{use.operationKey ? ` ${use.operationKey}` : ""}</code></li>)}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
