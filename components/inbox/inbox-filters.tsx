import NextLink from "next/link";
import clsx from "clsx";
import { inboxUrl, type InboxView } from "./inbox-url.ts";

const kinds = { version: "Versions", lifecycle: "Lifecycle", ownership: "Ownership", comment: "Comments", proposal: "Proposals", access: "Access", migration: "Migrations", endpoint: "Addresses" } as const;
const impacts = { broken: "Breaks us", "at risk": "May break us", unknown: "Unknown" } as const;

/** Links that narrow the list; pressed again, they take the filter away. */
export function InboxFilters({ filter }: { filter: InboxView }) {
  return (
    <div role="group" aria-label="Filters" className="-mx-2 flex flex-wrap gap-x-1 gap-y-1.5 pt-3 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:[scrollbar-width:none]">
      {Object.entries(impacts).map(([impact, label]) => <Chip key={impact} href={inboxUrl(filter, { impact: filter.impact === impact ? undefined : impact })} on={filter.impact === impact}>{label}</Chip>)}
      <span aria-hidden="true" className="mx-1 w-px self-stretch bg-line" />
      {Object.entries(kinds).map(([kind, label]) => <Chip key={kind} href={inboxUrl(filter, { kind: filter.kind === kind ? undefined : kind })} on={filter.kind === kind}>{label}</Chip>)}
      {filter.interface ? <Chip href={inboxUrl(filter, { interface: undefined })} on>{filter.interface}</Chip> : null}
    </div>
  );
}

function Chip({ href, on, children }: { href: string; on: boolean; children: string }) {
  return (
    <NextLink href={href} aria-current={on ? "true" : undefined} className={clsx("flex h-7 shrink-0 items-center rounded-md px-2 text-xs", on ? "bg-accent-tint font-medium text-accent" : "text-muted hover:bg-hover hover:text-fg")}>
      {children}
    </NextLink>
  );
}
