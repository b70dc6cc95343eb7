import type { Metadata } from "next";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { SchemaPage } from "#components/schema/schema-page.tsx";
import { getSchema } from "#lib/catalog/get-schema.ts";
import { loadInterface, oncePerRequest, placeOf } from "../../address.ts";

type Props = PageProps<"/interfaces/[slug]/schemas/[name]">;

const open = oncePerRequest(getSchema);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug, name } = await params;
  const { schema } = await open(placeOf(slug, await searchParams), name);
  return { title: `${schema.name} (schema)` };
}

export default async function SchemaRoute({ params, searchParams }: Props) {
  const { slug, name } = await params;
  const place = placeOf(slug, await searchParams);
  const [{ head }, { schema, schemas }] = await Promise.all([loadInterface(place, `/schemas/${name}`), open(place, name)]);
  return (
    <InterfaceFrame head={head} tab="schemas" deep>
      <SchemaPage schema={schema} schemas={new Map(Object.entries(schemas))} place={place} />
    </InterfaceFrame>
  );
}
