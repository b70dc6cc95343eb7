import type { ChangeGroup } from "#lib/catalog/comparisons/page-of-changes.ts";
import type { SideBySide } from "#lib/catalog/comparisons/lines/side-by-side.ts";
import { Link } from "../ui/link.tsx";
import { MethodBadge } from "../ui/method-badge.tsx";
import { ChangeItem, type ChangeLinks, type Touched } from "./change-item.tsx";

type Props = { groups: ChangeGroup[]; lines: ReadonlyMap<number, SideBySide>; touched: Touched; links: ChangeLinks; /** Address of an operation's page; `null` where it has none any more. */ operation: ((key: string, changes: ChangeGroup["changes"]) => string) | null; chosen?: number | null };

/** Changes under the operation that they belong to. */
export function ChangeGroups({ groups, lines, touched, links, operation, chosen = null }: Props) {
  return groups.map((group, index) => (
    <section key={`${group.operation} ${index}`} aria-label={nameOf(group) ?? "The document as a whole"} className="mt-6 first:mt-0">
      <h3 className="sticky top-12 z-10 flex min-h-8 items-center gap-2 border-b border-line bg-canvas py-1 text-sm font-medium">
        <GroupName name={nameOf(group)} href={group.operation !== null && operation ? operation(group.operation, group.changes) : null} />
        <span className="ml-auto text-xs font-normal text-faint tabular-nums">{group.changes.length}</span>
      </h3>
      <ul>
        {group.changes.map((change) => (
          <ChangeItem key={change.ordinal} change={change} lines={lines.get(change.ordinal)} touched={touched} links={links} chosen={change.ordinal === chosen} />
        ))}
      </ul>
    </section>
  ));
}

/** As the document spells it. */
function nameOf({ operation, changes }: ChangeGroup): string | null {
  return changes[0]?.display ?? operation;
}

function GroupName({ name, href }: { name: string | null; href: string | null }) {
  if (name === null) return <span>The document as a whole</span>;
  const [action = "", ...rest] = name.split(" ");
  const address = <code className="min-w-0 text-sm [overflow-wrap:anywhere]">{rest.join(" ")}</code>;
  return (
    <>
      <MethodBadge method={action} />
      {href ? (
        <Link href={href} prefetch={false} className="min-w-0">
          {address}
        </Link>
      ) : (
        address
      )}
    </>
  );
}
