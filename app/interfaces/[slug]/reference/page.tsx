import type { Metadata } from "next";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { OperationIndex } from "#components/interface/operation-index.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listOperations } from "#lib/catalog/parts/list-operations.ts";
import { first, found, loadInterface, placeOf } from "../address.ts";

type Props = PageProps<"/interfaces/[slug]/reference">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { detail } = await loadInterface(placeOf((await params).slug, await searchParams), "/reference");
  return { title: `Reference · ${detail.title}` };
}

export default async function ReferencePage({ params, searchParams }: Props) {
  const query = await searchParams;
  const place = placeOf((await params).slug, query);
  const ctx = await requestContext();
  const [{ detail, head }, operations] = await Promise.all([loadInterface(place, "/reference"), found(listOperations({ ctx, input: place }))]);
  return (
    <InterfaceFrame head={head} tab="reference">
      {operations.length === 0 ? (
        <EmptyState title="No operations">The document describes no operation. Its schemas may still be of use: see the tab Schemas.</EmptyState>
      ) : (
        <OperationIndex place={place} operations={operations} tags={detail.facts.tags} query={first(query.q) ?? ""} />
      )}
    </InterfaceFrame>
  );
}
