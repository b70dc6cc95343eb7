import NextLink from "next/link";
import { Button, ButtonLink, buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Field, Input, Select } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Pagination } from "../ui/pagination.tsx";
import type { AuditRow } from "#lib/catalog/audit/list-audit.ts";
import { AuditTable } from "./audit-table.tsx";

export type AuditQuery = Partial<Record<"actor" | "action" | "subject" | "outcome" | "address" | "from" | "to" | "cursor", string>>;
type Props = { items: AuditRow[]; next: string | null; query: AuditQuery; wasMisread: boolean };

const often: [string, AuditQuery][] = [
  ["Everything", {}],
  ["Sign-ins", { action: "person.sign-in" }],
  ["Failed sign-ins", { action: "person.sign-in", outcome: "refused" }],
  ["Refused", { outcome: "refused" }],
  ["Tokens", { action: "token." }],
  ["The directory", { action: "directory." }],
];

/** The log with its filters, which live in the address, and its export, which has the same filters. */
export function AuditView({ items, next, query, wasMisread }: Props) {
  const { cursor, ...filters } = query;
  const href = (more: AuditQuery = {}) => `/admin/audit?${new URLSearchParams({ ...filters, ...more })}`;
  const exported = (format: string) => `/api/v1/audit/export?${new URLSearchParams({ ...filters, format })}`;
  return (
    <>
      <nav aria-label="Often asked" className="flex flex-wrap gap-x-4 pb-3 text-sm">
        {often.map(([label, filter]) => {
          const isOn = JSON.stringify(filter) === JSON.stringify(filters);
          return <NextLink key={label} href={`/admin/audit?${new URLSearchParams(filter)}`} prefetch={false} aria-current={isOn ? "true" : undefined} className={`inline-flex h-7 items-center ${isOn ? "font-medium text-fg" : "text-muted hover:text-fg hover:underline"}`}>{label}</NextLink>;
        })}
      </nav>
      <form action="/admin/audit" role="search" aria-label="Filter the audit log" className="grid grid-cols-2 items-end gap-3 pb-4 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-7">
        <Text name="actor" label="Who" placeholder="name or token 7" value={query.actor} />
        <Text name="action" label="Did what" placeholder="interface.publish" value={query.action} mono />
        <Text name="subject" label="To what" placeholder="name or kind" value={query.subject} />
        <Text name="address" label="From where" placeholder="192.0.2.7" value={query.address} mono />
        <Field id="outcome" label="Outcome">
          <Select id="outcome" name="outcome" defaultValue={query.outcome ?? ""} className="w-full">
            <option value="">any</option>
            <option value="done">done</option>
            <option value="refused">refused</option>
          </Select>
        </Field>
        <Day name="from" label="Since" value={query.from} />
        <Day name="to" label="Until" value={query.to} />
        <div className="col-span-full flex flex-wrap gap-2">
          <Button type="submit" variant="primary">Filter</Button>
          {Object.keys(filters).length > 0 ? <ButtonLink href="/admin/audit" variant="ghost">Show all</ButtonLink> : null}
          <span className="grow" />
          {/* Files, not pages. */}
          <a href={exported("csv")} download className={buttonClass({})}>Export CSV</a>
          <a href={exported("ndjson")} download className={buttonClass({})}>Export NDJSON</a>
        </div>
      </form>
      {wasMisread ? <Notice level="warning" className="mb-4">The address has a filter that cannot be: a day reads 2026-01-31. Everything is shown.</Notice> : null}
      {items.length === 0 ? (
        <EmptyState title="Nothing was recorded that fits">Every change is written here in the transaction that makes it, and every refusal. Choose fewer filters or a longer time.</EmptyState>
      ) : (
        <AuditTable items={items} href={href} />
      )}
      <Pagination next={next ? href({ cursor: next }) : null} first={cursor ? href() : null} shown={items.length} noun="entries" />
    </>
  );
}

function Text({ name, label, placeholder, value, mono = false }: { name: string; label: string; placeholder: string; value: string | undefined; mono?: boolean }) {
  return (
    <Field id={name} label={label}>
      <Input id={name} name={name} defaultValue={value ?? ""} placeholder={placeholder} maxLength={200} className={mono ? "font-mono" : undefined} />
    </Field>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <Field id={name} label={label}>
      <Input id={name} name={name} type="date" defaultValue={value?.slice(0, 10) ?? ""} />
    </Field>
  );
}
