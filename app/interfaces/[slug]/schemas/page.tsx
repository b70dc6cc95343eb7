import type { Metadata } from "next";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { EntityIndex, type IndexEntry } from "#components/interface/entity-index.tsx";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { schemaUrl } from "#lib/catalog/urls/entity-url.ts";
import { listSchemas } from "#lib/catalog/parts/list-schemas.ts";
import { first, found, loadInterface, placeOf } from "../address.ts";

type Props = PageProps<"/interfaces/[slug]/schemas">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { detail } = await loadInterface(placeOf((await params).slug, await searchParams), "/schemas");
  return { title: `Schemas · ${detail.title}` };
}

export default async function SchemasPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const place = placeOf((await params).slug, query);
  const ctx = await requestContext();
  const [{ head }, schemas] = await Promise.all([loadInterface(place, "/schemas"), found(listSchemas({ ctx, input: place }))]);
  const entries = schemas.map(({ key, name }): IndexEntry => ({ href: schemaUrl({ ...place, id: key }), name, note: /^#\/(components\/schemas|definitions)\//.test(key) ? null : key }));
  return (
    <InterfaceFrame head={head} tab="schemas">
      {entries.length === 0 ? <EmptyState title="No named schemas">Whatever the operations carry is written out where it stands: see the tab Reference.</EmptyState> : <EntityIndex entries={entries} noun="schema" place={place} query={first(query.q) ?? ""} />}
    </InterfaceFrame>
  );
}
