import type { ReactNode } from "react";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import { Static } from "#components/static/static.tsx";
import { groupId, groupOperations, shortAddresses, shownAddress, type OperationEntry } from "../interface/group-operations.ts";
import { SideList } from "../interface/side-list.tsx";
import { OperationFilter } from "./operation-filter.tsx";
import { isWide, OperationSideRow, sideCharsMax } from "./operation-side-row.tsx";
import type { PagePlace } from "./operation-view.ts";

const shownMax = 80;

type Props = { place: PagePlace; operations: OperationEntry[]; tags: { name: string; description: string | null }[]; /** Key of the one being read; `null` beside a schema or message. */ current: string | null; children: ReactNode };

/**
 * The operations beside what is being read: its own group open, other groups as links. The filter reaches all of them,
 * fetched when one first types, so that the page itself stays small however large the document is.
 */
export function OperationSide({ place, operations, tags, current, children }: Props) {
  if (operations.length === 0) return children;
  const groups = groupOperations(operations, tags);
  return (
    <SideList
      label="Operations"
      opener={operations.length === 1 ? "1 operation" : `${operations.length.toLocaleString("en")} operations`}
      list={
        <OperationFilter place={place} total={operations.length}>
          <Static>
          <ul className="flex flex-col gap-1 text-sm">
            {groups.map((group) => {
              const open = groups.length === 1 || group.items.some((item) => item.key === current);
              return (
                <li key={group.name}>
                  {group.name === "" ? null : (
                    <a
                      href={`${interfaceUrl({ ...place, tab: "reference" })}#${encodeURI(groupId(group.name))}`}
                      className={`flex h-7 items-center justify-between gap-2 rounded-md px-2 -outline-offset-2 hover:bg-hover ${open ? "font-medium" : "text-muted"}`}
                    >
                      <span className="truncate">{group.name}</span>
                      <span className="text-xs font-normal text-faint tabular-nums">{group.items.length}</span>
                    </a>
                  )}
                  {open ? <Siblings items={group.items} place={place} current={current} /> : null}
                </li>
              );
            })}
          </ul>
          </Static>
        </OperationFilter>
      }
    >
      {children}
    </SideList>
  );
}

function Siblings({ items, place, current }: { items: OperationEntry[]; place: PagePlace; current: string | null }) {
  const at = items.findIndex((item) => item.key === current);
  // In a very large group those from the one being read on.
  const from = Math.max(0, Math.min(at - 4, items.length - shownMax));
  const shown = items.slice(from, from + shownMax);
  const shorts = shortAddresses(shown.map(shownAddress), sideCharsMax(shown));
  return (
    <ul className={isWide(shown) ? "s-worded mb-2" : "mb-2"}>
      {shown.map((item, index) => (
        <OperationSideRow key={item.key} operation={item} short={shorts[index] ?? item.display} place={place} current={item.key === current} />
      ))}
      {shown.length < items.length ? (
        <li className="px-2 py-1 text-xs text-faint">
          <a className="inline-block py-1 text-muted hover:underline" href={interfaceUrl({ ...place, tab: "reference" })}>
            All {items.length.toLocaleString("en")}
          </a>
        </li>
      ) : null}
    </ul>
  );
}
