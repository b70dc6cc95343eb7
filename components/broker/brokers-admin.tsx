import type { FormAction } from "#components/ui/action-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/page-header.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import type { BrokerSummary } from "#lib/catalog/brokers/list-brokers.ts";
import type { PossibleMatch } from "#lib/catalog/brokers/list-possible.ts";
import { BrokerForm } from "./broker-form.tsx";
import { PossibleForm } from "./possible-form.tsx";

/** Which brokers there are and what documents call them; and what would join if a broker were the same. */
export function BrokersAdmin({ brokers, possible, chosen, action }: { brokers: BrokerSummary[]; possible: PossibleMatch[]; chosen: BrokerSummary | null; action: FormAction }) {
  return (
    <>
      <Section title="Possible matches" count={possible.length}>
        <p className="max-w-[75ch] pb-3 text-sm text-muted">
          These channels have the same address, but not every document names a real broker: localhost, a placeholder, a name of one network, or none at all. Say which broker they are on, and their uses become facts.
        </p>
        {possible.length === 0 ? (
          <EmptyState title="Nothing waits to be confirmed" className="py-4">Every channel with both a sender and a receiver names a real broker.</EmptyState>
        ) : (
          <PossibleForm possible={possible} brokers={brokers.map(({ slug, name, protocol }) => ({ slug, name, protocol }))} action={action} />
        )}
      </Section>
      <Section title="Brokers" count={brokers.length} className="mt-10">
        {brokers.length === 0 ? (
          <EmptyState title="No broker is known yet" className="py-4">Publish an AsyncAPI document that names a server, or add a broker here.</EmptyState>
        ) : (
          <BrokerTable brokers={brokers} />
        )}
      </Section>
      <Section title={chosen ? `Change ${chosen.name}` : "Add a broker"} id="edit" className="mt-10 max-w-xl">
        <BrokerForm key={chosen?.slug ?? "new"} broker={chosen} action={action} />
      </Section>
    </>
  );
}

function BrokerTable({ brokers }: { brokers: BrokerSummary[] }) {
  return (
    <Table caption="Brokers" className="table-fixed">
      <TableHead>
        <tr>
          <TableHeader>Broker</TableHeader>
          <TableHeader className="w-2/5 max-md:hidden">Also called</TableHeader>
          <TableHeader className="w-32 max-md:hidden">Environment</TableHeader>
          <TableHeader numeric className="w-24">Channels</TableHeader>
          <TableHeader className="w-20"><span className="sr-only">Change</span></TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {brokers.map((broker) => (
          <TableRow key={broker.slug}>
            <TableCell className="py-1.5">
              <span className="flex flex-wrap items-center gap-x-2">
                <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{broker.name}</span>
                <Badge mono>{broker.protocol}</Badge>
                {broker.confirmed ? null : <span className="text-xs text-faint">read in documents</span>}
              </span>
              {broker.host && broker.host !== broker.name ? <code className="block text-xs text-muted [overflow-wrap:anywhere]">{broker.host}</code> : null}
            </TableCell>
            <TableCell className="py-1.5 text-xs text-muted max-md:hidden">{broker.aliases.map(({ kind, value }) => <span key={`${kind} ${value}`} className="mr-3 inline-block [overflow-wrap:anywhere]"><span className="text-faint">{kind}</span> <code>{value}</code></span>)}</TableCell>
            <TableCell className="text-muted max-md:hidden">{broker.environment}</TableCell>
            <TableCell numeric>{broker.channelCount}</TableCell>
            <TableCell><a href={`/admin/brokers?broker=${encodeURIComponent(broker.slug)}#edit`} className="text-accent hover:underline" aria-label={`Change ${broker.name}`}>Change</a></TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
