import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/page-header.tsx";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import type { PagePlace } from "../operation/operation-view.ts";
import { groupId, groupOperations, type OperationEntry } from "./group-operations.ts";
import { OperationRow } from "./operation-row.tsx";

const fewMax = 12;

/** A small interface shows its operations at once, a large one its groups. */
export function OverviewOperations({ place, operations, tags }: { place: PagePlace; operations: OperationEntry[]; tags: { name: string; description: string | null }[] }) {
  if (operations.length === 0) return null;
  const groups = groupOperations(operations, tags);
  const reference = interfaceUrl({ ...place, tab: "reference" });
  if (operations.length <= fewMax || groups.length === 1) {
    return (
      <Section title="Operations" id="operations" count={operations.length}>
        <ul className="s-listed border-t border-line">
          {operations.slice(0, fewMax).map((operation) => (
            <OperationRow key={operation.key} operation={operation} place={place} />
          ))}
        </ul>
        {operations.length > fewMax ? <All href={reference} count={operations.length} /> : null}
      </Section>
    );
  }
  return (
    <Section title="Operations" id="operations" count={operations.length}>
      <ul className="grid grid-cols-1 gap-x-8 border-t border-line md:grid-cols-2">
        {groups.slice(0, 40).map((group) => (
          <li key={group.name} className="min-w-0 border-b border-line">
            <Link look="bare" prefetch={false} href={`${reference}#${encodeURI(groupId(group.name))}`} className="block py-2 -outline-offset-2 hover:bg-hover">
              <span className="flex items-baseline justify-between gap-2 text-sm">
                <span className="truncate font-medium">{group.name || "Operations"}</span>
                <span className="text-xs text-faint tabular-nums">{group.items.length}</span>
              </span>
              {group.description ? <span className="line-clamp-1 text-sm text-muted">{group.description}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
      <All href={reference} count={operations.length} />
    </Section>
  );
}

function All({ href, count }: { href: string; count: number }) {
  return (
    <p className="mt-2 text-sm">
      <Link look="text" href={href}>
        All {count.toLocaleString("en")} operations
      </Link>
    </p>
  );
}
