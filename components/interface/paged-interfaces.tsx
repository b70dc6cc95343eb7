import { Pagination } from "../ui/pagination.tsx";
import type { listInterfaces } from "#lib/catalog/interfaces/list-interfaces.ts";
import { InterfaceTable } from "./interface-table.tsx";

/** The interfaces of a team or domain, a page at a time. */
export function PagedInterfaces({ list, href, isFirst, without }: { list: Awaited<ReturnType<typeof listInterfaces>>; href: string; isFirst: boolean; without?: readonly ("owner" | "version")[] }) {
  const isWhole = isFirst && !list.next;
  return (
    <>
      <InterfaceTable caption="Interfaces" items={list.items} without={without} />
      {isWhole ? null : (
        <Pagination noun="interfaces" shown={list.items.length} total={list.total} next={list.next ? `${href}?cursor=${encodeURIComponent(list.next)}` : null} first={isFirst ? null : href} />
      )}
    </>
  );
}
